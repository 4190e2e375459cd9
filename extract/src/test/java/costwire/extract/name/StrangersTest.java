package costwire.extract.name;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.catalogue.Organisation;
import costwire.extract.learn.Decider;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersTest {
  private static final ArticleReaders READERS = new ArticleReaders();

  /** Takes every name for an organisation's. */
  private static final NameSorter SORTER =
      new NameSorter(Decider.standard(NameSorter.MODEL)) {
        @Override
        Guess kind(Forms name, @Nullable NameKind longer) {
          return new Guess(NameKind.ORGANISATION, 1);
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Marlpit Compute spent £3m. Marlpit paid twice.            | Marlpit Compute;Marlpit             | Marlpit Compute;Marlpit Compute
          en | Institute for Long Rivers (ILR) spent £3m. ILR paid.      | Institute for Long Rivers;ILR       | Institute for Long Rivers;Institute for Long Rivers;Institute for Long Rivers
          en | Marlpit Compute (Harrow) spent £3m.                       | Marlpit Compute                     | Marlpit Compute
          th | มะพร้าวเอไอ (Maprao AI) จ่าย 3 ล้านบาท มะพร้าวเอไอบอก       | มะพร้าวเอไอ                          | Maprao AI;Maprao AI;Maprao AI
          el | Η Κουκουβάγια (Koukouvagia) έδωσε 3 εκατ. ευρώ.          | Κουκουβάγια                         | Koukouvagia;Koukouvagia
          zh | 柚子云图（Youzi Yuntu）花了300万元。                        | 柚子云图                              | Youzi Yuntu;Youzi Yuntu
          he | ינשוף ביו (H100) קנתה 64 כרטיסים.                         | ינשוף ביו                           | ינשוף ביו
          en | Tarn's bill is Tarn Robotics' bill.                        | Tarn's;Tarn Robotics                | Tarn Robotics;Tarn Robotics
          he | אימנו את ״כינור״ ואת ״מקרר״.                               | כינור״;״מקרר״                       | כינור;מקרר
          de | Der Roboterhersteller Marlpit Werke zahlt, so Marlpit.     | Roboterhersteller Marlpit Werke;Marlpit | Marlpit Werke;Marlpit Werke
          nl | De Marlpit-woordvoerder zweeg. Marlpit betaalt.             | Marlpit-woordvoerder;Marlpit        | Marlpit;Marlpit
          ru | Рода платит. Мельницу Роду ждут.                           | Рода;Роду                           | Рода;Рода
          cs | Platil Marlpitem i Marlpitu. Marlpit mlčí.                 | Marlpitem;Marlpitu;Marlpit          | Marlpit;Marlpit;Marlpit
          vi | Công ty TNHH Marlpit trả 3 tỷ đồng.                        | Công ty TNHH Marlpit                | Marlpit
          ar | دفعت صحيفة ثلاثة ملايين دولار إلى نخيلوس.                  | صحيفة;نخيلوس                        | نخيلوس
          de | Die Logistikfirma Marlpit zahlte. Marlpit zahlt wieder.   | Logistikfirma Marlpit;Marlpit       | Marlpit;Marlpit
          de | Der Arzneiforscher Marlpit zahlte. Marlpit klagt. Marlpit siegt. | Arzneiforscher Marlpit;Marlpit | Marlpit;Marlpit;Marlpit
          de | Der Arzneiforscher Marlpit zahlte. Marlpit klagt.         | Arzneiforscher Marlpit;Marlpit      | Marlpit;Marlpit
          id | PT Marlpit Awan membayar Rp3 miliar.                      | PT Marlpit Awan                     | Marlpit Awan
          fi | Marlpitin lasku kasvoi. Marlpit maksoi 3 miljoonaa euroa. | Marlpitin;Marlpit                   | Marlpit;Marlpit
          es | P. ¿Cuánto costó? S. Marlpit pagó tres millones.       | P;S;Marlpit                         | Marlpit
          ja | メタは300万ドルを払った。                                        | メタ                                 | Meta
          """)
  void brings_the_forms_of_a_name_together(
      String language, String text, String tagged, String names) {
    assertThat(found(language, text, tagged)).containsExactly(names.split(";"));
  }

  private static List<String> found(String language, String text, String tagged) {
    List<Passage> passages = READERS.read(language, "", text);
    List<List<Span>> spans = new ArrayList<>();
    for (Passage passage : passages) {
      spans.add(spans(passage, tagged.split(";")));
    }

    Strangers strangers = Strangers.find(passages, spans, SORTER, Citation.standard());

    List<String> found = new ArrayList<>();
    for (Passage passage : passages) {
      strangers.in(passage).forEach(m -> found.add(((Organisation) m.entry()).name()));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The hall in Dundee cost £3m.             | Dundee
          ru | Зал в Нижнем Новгороде стоил 3 млн.      | Нижнем Новгороде
          zh | 该中心设在贵阳市，耗资3亿元。                | 贵阳市
          ko | 포항에서 3억 원을 썼다.                     | 포항에서
          hi | रायपुर में 3 करोड़ रुपये खर्च हुए।           | रायपुर
          """)
  void takes_no_place_for_a_company(String language, String text, String tagged) {
    assertThat(found(language, text, tagged)).isEmpty();
  }

  @Test
  void a_company_in_quotation_marks_may_be_called_as_a_place() {
    assertThat(found("en", "Rival \"Dundee\" spent £3m.", "Dundee")).containsExactly("Dundee");
  }

  private static List<Span> spans(Passage passage, String... names) {
    List<Span> spans = new ArrayList<>();
    String text = passage.sentence().text();
    Span[] tokens = passage.sentence().tokens();
    int offset = passage.sentence().start();
    for (String name : names) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int from = 0;
        while (tokens[from].getEnd() - offset <= at) {
          from++;
        }
        int to = from;
        while (to < tokens.length && tokens[to].getStart() - offset < at + name.length()) {
          to++;
        }
        Span span = new Span(from, to);
        if (spans.stream().noneMatch(span::intersects)) {
          spans.add(span);
        }
      }
    }
    spans.sort(Comparator.comparingInt(Span::getStart));
    return spans;
  }
}
