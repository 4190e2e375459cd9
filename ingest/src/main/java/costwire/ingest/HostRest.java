package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rest a host asks for. It travels with the host's feeds, so that whoever follows them next
 * need not offend to find out.
 *
 * @param between two requests; null: it does not say
 * @param until when it wants to be left alone; null: it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostRest(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration between,
    @Nullable Instant until) {}
