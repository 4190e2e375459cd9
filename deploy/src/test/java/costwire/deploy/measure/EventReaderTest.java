package costwire.deploy.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final String STREAM =
      "retry: 2000\n\n"
          + "id: log;costwire.claims:0:1\nevent: claim\ndata: {\"id\": \"id: 7\"}\n\n"
          + "event: heartbeat\ndata: {}\n\n"
          + "id: log;costwire.claims:0:2\nevent: claim\ndata: "
          + "long ".repeat(500)
          + "\n\n"
          + "id: unfinished\nevent: claim\ndata: {}\n";

  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 10_000})
  void tellsOfWholeEventsThatHaveAnIdHoweverTheyAreCut(int length) {
    EventReader reader =
        new EventReader(() -> told.add("begun"), told::add, () -> told.add("ended"));
    byte[] bytes = STREAM.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i += length) {
      int end = Math.min(length, bytes.length - i);
      reader.onNext(List.of(ByteBuffer.wrap(bytes, i, end)));
    }
    reader.onComplete();
    assertThat(told)
        .containsExactly("begun", "log;costwire.claims:0:1", "log;costwire.claims:0:2", "ended");
  }
}
