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
        "UTF-8        | text/html; charset=nonsense     | -            | Κόστισε 23 εκατ.",
        "windows-1252 | text/html; charset=utf-8        | -            | Le coût a dépassé 12 millions d’euros, élevé à l’époque, a révélé l’école",
        "windows-1250 | -                               | windows-1250 | Kosztowało 12 mln złotych, źródło",
        "ISO-8859-2   | text/html; charset=iso-8859-2   | -            | Kosztowało 12 mln złotych",
        "windows-1254 | -                               | iso-8859-9   | Eğitim 12 milyon liraya çıktı, şirket",
        "windows-1255 | -                               | windows-1255 | עלות של 90 מיליון שקל",
        "windows-1257 | -                               | windows-1257 | Izmaksāja 12 miljonus",
        "windows-1258 | text/html; charset=windows-1258 | -            | Chi 12 triê",
        "EUC-JP       | -                               | euc-jp       | 学習費用は九億円を超える",
        "x-windows-949 | text/html; charset=ks_c_5601-1987 | -        | 똠방각하 학습 비용",
        "GB18030      | -                               | gbk          | 训练费用约为三千万元",
        "windows-31j  | text/html; charset=shift_jis    | -            | 学習費用は①億円、髙い",
        "Big5-HKSCS   | text/html; charset=big5         | -            | 訓練費用約為三千萬元",
        "UTF-8        | text/html; charset=gb2312       | -            | 训练费用约为三千万元",
        "ISO-8859-15  | -                               | iso-8859-15  | Coûte 12 millions d'€"
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
