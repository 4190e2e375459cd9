package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "en    | Published March 12, 2024 at 9:15 a.m. EST     | 2024-03-12T14:15:00Z",
        "en    | 12 Mar 2024                                   | 2024-03-12T00:00:00Z",
        "en-GB | 03/04/2024                                    | 2024-04-03T00:00:00Z",
        "en-US | 03/04/2024                                    | 2024-03-04T00:00:00Z",
        "en-US | March 5th, 2024 3:30 PM PDT                   | 2024-03-05T22:30:00Z",
        "de    | Stand: 12.03.2024, 09:15 Uhr                  | 2024-03-12T08:15:00Z",
        "de    | 12. März 2024                                 | 2024-03-12T00:00:00Z",
        "fr-FR | Publié le 12 juillet 2024 à 09h15             | 2024-07-12T07:15:00Z",
        "es-ES | 12 de agosto de 2024                          | 2024-08-12T00:00:00Z",
        "it    | 12 marzo 2024                                 | 2024-03-12T00:00:00Z",
        "pl    | 12 marca 2024, 09:15                          | 2024-03-12T08:15:00Z",
        "ru    | 09:15, 12 марта 2024                          | 2024-03-12T09:15:00Z",
        "el    | 12 Μαρτίου 2024                               | 2024-03-12T00:00:00Z",
        "tr    | 12 Mart 2024 09:15                            | 2024-03-12T06:15:00Z",
        "hi    | 12 मार्च 2024                                 | 2024-03-12T00:00:00Z",
        "ar    | ١٢ مارس ٢٠٢٤                                  | 2024-03-12T00:00:00Z",
        "he    | 12 במרץ 2024                                  | -",
        "th    | 12 มีนาคม 2567                                | 2024-03-12T00:00:00Z",
        "vi    | 12/3/2024, 09:15                              | 2024-03-12T02:15:00Z",
        "zh-CN | 2024年03月12日 09:15                          | 2024-03-12T01:15:00Z",
        "ja    | 2024年3月12日 9時15分                         | 2024-03-12T00:15:00Z",
        "ko    | 2024.03.12. 오후 9:15                         | 2024-03-12T12:15:00Z",
        "en    | 30 February 2024                              | -",
        "en    | Room 12, floor 2024                           | -",
        "en    | no date at all                                | -"
      })
  void readsDatesAsPeopleWriteThem(String tag, String text, Instant expected) {
    assertThat(WrittenDates.in(tag).read(text, Zones.of(tag, null))).isEqualTo(expected);
  }
}
