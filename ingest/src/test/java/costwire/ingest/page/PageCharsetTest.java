package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCharsetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "windows-1251 | text/html; charset=windows-1251 | -            | Обучение обошлось в 96 млн рублей",
        "windows-1251 | text/html                       | windows-1251 | Обучение обошлось в 96 млн рублей",
        "KOI8-R       | text/html                       | koi8-r       | Обучение обошлось в 96 млн рублей",
        "GB18030      | text/html; charset=gb2312       | -            | 训练费用约为三千万元人民币镕",
        "Big5         | -                               | big5         | 訓練費用約為三千萬元",
        "Shift_JIS    | -                               | x-sjis       | 学習費用は九億円を超える",
        "EUC-KR       | -                               | euc-kr       | 학습 비용은 41억 원이다",
        "ISO-2022-JP  | -                               | iso-2022-jp  | 学習費用は九億円を超える",
        "windows-1253 | -                               | windows-1253 | Κόστισε 23 εκατ. ευρώ",
        "windows-1256 | -                               | windows-1256 | بتكلفة تبلغ 90 مليون دولار",
        "windows-1252 | text/html; charset=iso-8859-1   | -            | “Sixty million” – €",
        "TIS-620      | -                               | tis-620      | ใช้เงินราว 150 ล้านบาท",
        "UTF-8        | text/html; charset=iso-8859-1   | -            | Обучение 96 млн",
        "UTF-8        | -                               | -            | 学習費用は九億円",
        "UTF-8        | text/html; charset=nonsense     | -            | Κόστισε 23 εκατ."
      })
  void readsThePageInItsCharset(String charset, String header, String meta, String text) {
    String page = (meta == null ? "" : "<meta charset=\"" + meta + "\">") + "<p>" + text;
    byte[] bytes = page.getBytes(Charset.forName(charset));
    assertThat(PageCharset.decode(bytes, header)).isEqualTo(page);
  }

  @Test
  void guessesFromTheBytesWhereNobodySays() {
    String text = "Институт потратил на обучение новой модели девяносто шесть миллионов рублей. ";
    String page = "<p>" + text.repeat(5);
    byte[] bytes = page.getBytes(Charset.forName("windows-1251"));
    assertThat(PageCharset.decode(bytes, null)).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,255,254", "UTF-16BE,254,255"})
  void believesAByteOrderMarkBeforeAnythingElse(String charset, int first, int second) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write(first);
    page.write(second);
    page.writeBytes("<p>αβγ".getBytes(Charset.forName(charset)));
    assertThat(PageCharset.decode(page.toByteArray(), "text/html; charset=utf-8"))
        .isEqualTo("<p>αβγ");
  }

  @Test
  void mendsOneBrokenPlaceInUtf8() {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes("<meta charset=utf-8><p>".getBytes(Charset.forName("UTF-8")));
    page.writeBytes("训练费用约为三千万元。".repeat(20).getBytes(Charset.forName("UTF-8")));
    page.write(0xe4);
    page.writeBytes("</p>".getBytes(Charset.forName("UTF-8")));
    assertThat(PageCharset.decode(page.toByteArray(), null)).contains("三千万元。\ufffd</p>");
  }
}
