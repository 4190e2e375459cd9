package costwire.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanTest {
  @ParameterizedTest
  @CsvSource({
    "醫院花三千萬元買晶片, true",
    "医院花三千万元买芯片, false",
    "訓練用了 H100 兩個月, true",
    "训练用了 H100 两个月, false",
    "同一人, false",
    "'', false",
    "GPU 租金 5 元, false",
  })
  void knows_old_forms_from_new_ones(String text, boolean traditional) {
    assertThat(Han.isTraditional(text)).isEqualTo(traditional);
  }
}
