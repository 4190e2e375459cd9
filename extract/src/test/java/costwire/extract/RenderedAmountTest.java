package costwire.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sums of money as CLDR writes them, read back: the right value or none, never one that is off by a
 * power of ten.
 */
class RenderedAmountTest {
  private static final Extractor EXTRACTOR = Extractor.standard();
  private static final int AMOUNTS = 200;
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
  private static final List<String> CURRENCIES =
      List.of("USD", "EUR", "CNY", "INR", "JPY", "GBP", "RUB", "KRW");

  /** A language tag, a sentence around the sum, and how much must at least be read. */
  static Stream<Arguments> languages() {
    return Stream.of(
        arguments("en", "The training of the language model has cost %s in all."),
        arguments("de", "Das Training des Sprachmodells hat insgesamt %s gekostet."),
        arguments("fr", "L’entraînement du modèle de langage a coûté %s en tout."),
        arguments("es", "El entrenamiento del modelo de lenguaje ha costado %s en total."),
        arguments("ru", "Обучение языковой модели обошлось компании в %s за всё время."),
        arguments("el", "Η εκπαίδευση του γλωσσικού μοντέλου κόστισε %s συνολικά."),
        arguments("ar-u-nu-arab", "بلغت كلفة تدريب النموذج اللغوي %s في المجموع."),
        arguments("ar-u-nu-latn", "بلغت كلفة تدريب النموذج اللغوي %s في المجموع."),
        arguments("hi-u-nu-latn", "भाषा मॉडल के प्रशिक्षण पर कुल %s खर्च हुए।"),
        arguments("hi-u-nu-deva", "भाषा मॉडल के प्रशिक्षण पर कुल %s खर्च हुए।"),
        arguments("ja", "言語モデルの学習にかかった費用は%sだった。"),
        arguments("zh", "训练这个语言模型总共花费%s。"),
        arguments("ko", "이 언어모델 학습에는 모두 %s 들었다."),
        arguments("tr", "Dil modelinin eğitimi için şirket toplam %s harcadı."),
        arguments("it", "L’addestramento del modello linguistico è costato %s in tutto."),
        arguments("pt", "O treinamento do modelo de linguagem custou %s no total."),
        arguments("nl", "De training van het taalmodel heeft in totaal %s gekost."),
        arguments("pl", "Trenowanie modelu językowego kosztowało firmę łącznie %s w tym roku."),
        arguments("cs", "Trénování jazykového modelu stálo firmu celkem %s za celou dobu."),
        arguments("uk", "Навчання мовної моделі коштувало компанії %s за весь час."),
        arguments("id", "Pelatihan model bahasa itu menelan biaya %s secara keseluruhan."),
        arguments("vi", "Việc huấn luyện mô hình ngôn ngữ này tốn tổng cộng %s từ đầu năm."),
        arguments("th", "การฝึกโมเดลภาษานี้ใช้เงินทั้งหมด %s ตลอดทั้งปี"),
        arguments("he", "אימון מודל השפה עלה לחברה %s בסך הכול."),
        arguments("fa", "آموزش این مدل زبانی برای شرکت در مجموع %s هزینه داشت."),
        arguments("ur", "اس زبان کے ماڈل کی تربیت پر کمپنی کے کل %s خرچ ہوئے۔"),
        arguments("fi", "Kielimallin kouluttaminen maksoi yhtiölle kaikkiaan %s viime vuonna."),
        arguments("et", "Keelemudeli treenimine läks ettevõttele maksma %s kogu aja peale."),
        arguments("hu", "A nyelvi modell betanítása összesen %s került a vállalatnak."),
        arguments("sv", "Träningen av språkmodellen har kostat bolaget %s sammanlagt."),
        arguments("da", "Træningen af sprogmodellen har kostet selskabet %s i alt."),
        arguments("no", "Treningen av språkmodellen har kostet selskapet %s til sammen."),
        arguments("ro", "Antrenarea modelului lingvistic a costat compania %s în total."),
        arguments("bg", "Обучението на езиковия модел струва на компанията общо %s досега."),
        arguments("sk", "Trénovanie jazykového modelu stálo firmu spolu %s za celý čas."),
        arguments("sl", "Učenje jezikovnega modela je podjetje stalo skupaj %s v vsem času."),
        arguments("hr", "Uvježbavanje jezičnog modela stajalo je tvrtku ukupno %s do sada."),
        arguments("sr", "Обучавање језичког модела коштало је компанију укупно %s до сада."),
        arguments("lt", "Kalbos modelio mokymas bendrovei iš viso kainavo %s per visą laiką."),
        arguments("lv", "Valodas modeļa apmācība uzņēmumam kopā izmaksāja %s visā laikā."),
        arguments("ca", "L’entrenament del model de llengua ha costat %s en total a l’empresa."),
        arguments(
            "ms", "Latihan model bahasa itu menelan kos %s secara keseluruhan bagi syarikat."),
        arguments("bn", "এই ভাষা মডেলের প্রশিক্ষণে মোট %s খরচ হয়েছে।"));
  }

  private enum Style {
    /** 1,234,000 US dollars */
    FULL_NAMED,
    /** USD 1,234,000 */
    FULL_CODED,
    /** 1.23 million US dollars */
    LONG_NAMED,
    /** 1.23M US dollars */
    SHORT_NAMED,
    /** $1.23M */
    SHORT_SIGNED;

    /** The styles of newspapers: CLDR's Swedish bn is 10^12, while theirs is English. */
    static List<Style> of(ULocale locale) {
      return locale.getLanguage().equals("sv")
          ? List.of(FULL_NAMED, FULL_CODED, LONG_NAMED)
          : List.of(values());
    }

    LocalizedNumberFormatter in(ULocale locale, Currency currency) {
      LocalizedNumberFormatter plain =
          NumberFormatter.withLocale(locale)
              .unit(currency)
              .precision(Precision.maxSignificantDigits(4));
      return switch (this) {
        case FULL_NAMED -> plain.unitWidth(UnitWidth.FULL_NAME);
        case FULL_CODED -> plain.unitWidth(UnitWidth.ISO_CODE);
        case LONG_NAMED -> plain.notation(Notation.compactLong()).unitWidth(UnitWidth.FULL_NAME);
        case SHORT_NAMED -> plain.notation(Notation.compactShort()).unitWidth(UnitWidth.FULL_NAME);
        case SHORT_SIGNED -> plain.notation(Notation.compactShort()).unitWidth(UnitWidth.SHORT);
      };
    }
  }

  /** A sum and how it is written. */
  private record Sample(BigDecimal value, Style style, String written) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void a_sum_is_read_as_it_was_written_or_not_at_all(String tag, String frame) {
    List<Sample> samples = samples(ULocale.forLanguageTag(tag));
    List<List<Entity>> found = read(frame, samples);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < AMOUNTS; i++) {
      Sample sample = samples.get(i);
      softly
          .assertThat(found.get(i))
          .as("%s: %s", tag, sample)
          .allMatch(entity -> isRight(entity.best(), sample.value()))
          .hasSizeLessThanOrEqualTo(1);
    }
    softly.assertAll();
    assertThat(found.stream().filter(sums -> !sums.isEmpty()).count())
        .as("sums read of %d", AMOUNTS)
        .isGreaterThan(AMOUNTS * 8 / 10);
  }

  /** The sums found in each sentence, all sentences being read as one article. */
  private static List<List<Entity>> read(String frame, List<Sample> samples) {
    StringBuilder text = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    List<List<Entity>> found = new ArrayList<>();
    for (Sample sample : samples) {
      text.append(frame.replace("%s", sample.written())).append('\n');
      ends.add(text.length());
      found.add(new ArrayList<>());
    }
    for (Entity entity : EXTRACTOR.entities(SampleArticle.of("", text.toString()))) {
      if (entity.kind() == Entity.Kind.MONEY) {
        int line = Collections.binarySearch(ends, entity.end());
        found.get(line < 0 ? -line - 1 : line).add(entity);
      }
    }
    return found;
  }

  private static boolean isRight(@Nullable BigDecimal read, BigDecimal written) {
    return read != null && read.subtract(written).abs().compareTo(written.multiply(TOLERANCE)) <= 0;
  }

  private static List<Sample> samples(ULocale locale) {
    Random random = new Random(20);
    List<Sample> samples = new ArrayList<>();
    List<Style> styles = Style.of(locale);
    for (int i = 0; samples.size() < AMOUNTS; i++) {
      Style style = styles.get(i % styles.size());
      int digits = 1 + random.nextInt(4);
      int first = (int) StrictMath.pow(10, digits - 1);
      BigDecimal value =
          BigDecimal.valueOf(first + random.nextInt(9 * first))
              .scaleByPowerOfTen(3 + random.nextInt(11) - digits);
      Currency currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
      LocalizedNumberFormatter format = style.in(locale, currency);
      String written = format.format(value).toString();
      if (!isAmbiguous(format, value, written)) {
        samples.add(new Sample(value, style, written));
      }
    }
    return samples;
  }

  /** Whether CLDR writes a smaller sum alike, but for a space, as it does in Bengali. */
  private static boolean isAmbiguous(
      LocalizedNumberFormatter format, BigDecimal value, String written) {
    for (int power = 1; power <= 12; power++) {
      String smaller = format.format(value.scaleByPowerOfTen(-power)).toString();
      if (withoutSpaces(smaller).equals(withoutSpaces(written))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("[\\s\u00a0]", "");
  }
}
