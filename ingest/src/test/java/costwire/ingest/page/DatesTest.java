package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2025-09-18                       | 2025-09-18T00:00:00Z",
        "2025-09-18T14:30                 | 2025-09-18T14:30:00Z",
        "2025-09-18 14:30:05              | 2025-09-18T14:30:05Z",
        "2025-09-18T14:30:05Z             | 2025-09-18T14:30:05Z",
        "2025-09-18t14:30:05z             | 2025-09-18T14:30:05Z",
        "2025-09-18T14:30:05.123456+05:30 | 2025-09-18T09:00:05.123456Z",
        "2025-09-18T14:30:05-0400         | 2025-09-18T18:30:05Z",
        "2025-09-18 14:30:05 +0200        | 2025-09-18T12:30:05Z",
        "2025-09-18T14:30+09              | 2025-09-18T05:30:00Z",
        "Thu, 18 Sep 2025 14:30:05 GMT    | 2025-09-18T14:30:05Z",
        "9999-12-31T23:59:59Z             | 9999-12-31T23:59:59Z",
        "2025-02-30                       | -",
        "18.9.2025                        | -",
        "yesterday                        | -",
        "+999999999-01-01T00:00:00Z       | -",
        "''                               | -"
      })
  void readsDatesAsMachinesWriteThem(String text, Instant expected) {
    assertThat(Dates.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2025-09-18T12:00:00Z,2025-09-18T12:00:00Z",
        "2025-09-20T11:00:00Z,2025-09-20T10:00:00Z",
        "2025-09-21T11:00:00Z,-",
        "9999-01-01T00:00:00Z,-",
        "0001-01-01T00:00:00Z,-"
      })
  void neverGivesADateAfterTheReading(Instant date, Instant expected) {
    assertThat(Dates.notAfter(date, Instant.parse("2025-09-20T10:00:00Z"))).isEqualTo(expected);
  }
}
