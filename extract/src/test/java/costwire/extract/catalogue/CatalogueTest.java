package costwire.extract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.lexicon.Reading;
import costwire.extract.text.LexicalTokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Lexicons LEXICONS = new Lexicons();
  private static final Catalogue CATALOGUE = Catalogue.standard();

  private static List<Mention> mentions(String language, String sentence) {
    Lexicon lexicon = LEXICONS.of(language);
    LexicalTokenizer tokenizer =
        new LexicalTokenizer(
            lexicon.words().or(CATALOGUE.words()),
            Currencies.standard().prefixes(),
            lexicon.groupsBySpace());
    return CATALOGUE.mentions(Reading.of(tokenizer.tokenize(sentence), lexicon));
  }

  private static List<String> strong(String language, String sentence) {
    return mentions(language, sentence).stream()
        .filter(mention -> !mention.isWeak())
        .map(CatalogueTest::name)
        .toList();
  }

  private static String name(Mention mention) {
    Named entry = mention.entry();
    if (entry instanceof Chip chip) {
      return chip.id();
    } else if (entry instanceof Organisation organisation) {
      return organisation.name();
    } else if (entry instanceof Person person) {
      return person.name();
    } else if (entry instanceof AiModel model) {
      return model.name();
    }
    return ((Machine) entry).name();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | OpenAI rents its machines.                     | OpenAI
          ja | 学習はオープンAIが行った。                      | OpenAI
          ko | 오픈AI는 밝혔다.                               | OpenAI
          ru | Об этом сообщила ОпенАИ вчера.                 | OpenAI
          el | Η Όπεν Έι Άι δεν σχολίασε.                     | OpenAI
          ar | أعلنت أوبن إيه آي ذلك.                         | OpenAI
          hi | ओपनएआई ने यह कहा।                             | OpenAI
          th | โอเพนเอไอกล่าวเมื่อวาน                          | OpenAI
          he | חברת אופן איי איי הודיעה.                      | OpenAI
          zh | 深度求索公布了费用。                            | DeepSeek
          zh | 据DeepSeek公布的费用                            | DeepSeek
          ja | ディープシークが発表した。                       | DeepSeek
          fa | دیپ‌سیک اعلام کرد.                             | DeepSeek
          en | Sam Altman spoke in London.                    | Sam Altman
          zh | 萨姆·奥尔特曼表示                               | Sam Altman
          uk | Дослідники Стенфорда порахували витрати.        | Stanford University
          sr | Чипове је закупио Флуидстак.                   | Fluidstack
          bn | মিস্ত্রালের মডেল নতুন।                           | Mistral AI
          fa | پژوهشگران استنفورد گزارش دادند.                 | Stanford University
          he | השרתים הגיעו מסופרמיקרו.                       | Supermicro
          """)
  void finds_a_name_in_every_script(String language, String sentence, String name) {
    assertThat(strong(language, sentence)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | OpenAI's bill grew.                | OpenAI
          en | OpenAI’s bill grew.                | OpenAI
          en | They bought Nvidia H100s for it.   | nvidia-h100
          de | Die Kosten OpenAIs steigen.        | OpenAI
          ru | Обучение Дипсика подорожало.       | DeepSeek
          tr | DeepSeek'in faturası arttı.        | DeepSeek
          fi | Palvelin ostettiin Microsoftilta syksyllä. | Microsoft
          fi | Nvidian sirut ovat kalliita.     | Nvidia
          hu | A DeepSeeknek drága volt.         | DeepSeek
          pl | Umowa z Microsoftem wygasła.      | Microsoft
          ko | 딥시크가 밝혔다.                     | DeepSeek
          ko | 딥시크에서 밝혔다.                   | DeepSeek
          ar | قالت شركة لديب سيك أمس             | DeepSeek
          """)
  void sees_through_what_a_language_puts_on_a_name(String language, String sentence, String name) {
    assertThat(strong(language, sentence)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          es | La meta de la empresa es crecer.           | Meta
          pt | A meta da empresa é crescer.               | Meta
          en | She ate an apple at the meta level.        | Apple
          en | The llama and the gemini sign are older.   | Llama
          en | A falcon sat on the amazon bank.           | Amazon
          de | Das ist ein oracle für alle.               | Oracle
          """)
  void a_common_word_in_small_letters_is_no_name(String language, String sentence, String name) {
    assertThat(mentions(language, sentence)).extracting(CatalogueTest::name).doesNotContain(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Google DeepMind published it.       | Google DeepMind | Google
          zh | 谷歌DeepMind公布了结果。             | Google DeepMind | Google
          en | Mistral AI published it.            | Mistral AI      | Mistral
          """)
  void the_longest_name_wins(String language, String sentence, String name, String inner) {
    assertThat(mentions(language, sentence))
        .extracting(CatalogueTest::name)
        .contains(name)
        .doesNotContain(inner);
  }

  @Test
  void a_weak_name_says_that_it_is_weak() {
    assertThat(mentions("en", "Cohere trains models."))
        .filteredOn(mention -> name(mention).equals("Cohere"))
        .isNotEmpty()
        .allMatch(Mention::isWeak);
  }

  @ParameterizedTest
  @CsvSource({
    "GPT-4, GPT 4, GPT4",
    "RTX 4090, RTX-4090, RTX4090",
    "MI300X, MI-300X, mi300x",
    "Ascend 910B, Ascend-910B, Ascend910B",
    "TPU v4, TPU-v4, TPUv4"
  })
  void space_hyphen_and_nothing_are_alike_in_a_name(String spaced, String hyphen, String joined) {
    String expected = first(spaced);

    assertThat(expected).isNotEmpty();
    assertThat(first(hyphen)).as(hyphen).isEqualTo(expected);
    assertThat(first(joined)).as(joined).isEqualTo(expected);
  }

  private static String first(String name) {
    return mentions("en", "They used " + name + " there.").stream()
        .map(CatalogueTest::name)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA H100 cards, nvidia-h100",
    "nvidia h100 cards, nvidia-h100",
    "Ｎｖｉｄｉａ Ｈ１００ cards, nvidia-h100"
  })
  void chips_are_known_in_any_case_and_width(String text, String chip) {
    assertThat(mentions("en", "They used " + text + " there."))
        .extracting(CatalogueTest::name)
        .contains(chip);
  }

  @Test
  void mentions_stand_in_order_and_those_of_one_kind_do_not_overlap() {
    List<Mention> found =
        mentions(
            "en",
            "Google DeepMind, Meta AI and OpenAI's Sam Altman put GPT-4 and Llama 3.1 405B on Nvidia"
                + " H100 SXM and DGX H100 machines in Microsoft Azure's cloud.");

    assertThat(found)
        .hasSizeGreaterThan(6)
        .isSortedAccordingTo((a, b) -> a.getStart() - b.getStart());
    for (int i = 0; i < found.size(); i++) {
      Mention one = found.get(i);
      for (Mention other : found.subList(i + 1, found.size())) {
        if (one.getType().equals(other.getType())) {
          assertThat(one.intersects(other)).as("%s and %s", name(one), name(other)).isFalse();
        }
      }
    }
  }

  @Test
  void names_inside_longer_words_are_not_names() {
    assertThat(strong("en", "The metadata of amazonite and the intelligentsia are orphaned."))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          el | Ο Γρυπάρης μίλησε χθες.
          el | Προστέθηκαν νέες θέσεις.
          el | Πλήρωσε ο Κορομηλάς.
          fa | صدایش بلندتر شد.
          en | Standford and Stunferd are other people.
          """)
  void other_words_that_sound_like_a_name_are_none(String language, String sentence) {
    assertThat(strong(language, sentence)).isEmpty();
  }
}
