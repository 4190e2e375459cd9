package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver.
 *
 * @param at when it ended
 * @param status of HTTP; 0: there was no answer, or it was no HTTP
 * @param error what went wrong, in words; null if nothing did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Attempt(Instant at, int status, @Nullable String error) {}
