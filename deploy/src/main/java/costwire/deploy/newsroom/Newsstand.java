package costwire.deploy.newsroom;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands out printed sheets by path, and 304 to those who hold the same one already. */
final class Newsstand implements HttpHandler {
  private static final int NO_BODY = -1;

  private final Map<String, Sheet> sheets;

  Newsstand(Map<String, Sheet> sheets) {
    this.sheets = Map.copyOf(sheets);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      Sheet sheet = sheets.get(exchange.getRequestURI().getPath());
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, NO_BODY);
      } else if (sheet == null) {
        exchange.sendResponseHeaders(404, NO_BODY);
      } else {
        hand(sheet, exchange);
      }
    }
  }

  private static void hand(Sheet sheet, HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", sheet.etag());
    headers.set("Last-Modified", HttpDate.print(sheet.lastModified()));
    headers.set("Cache-Control", "no-cache");
    if (isHeld(sheet, exchange.getRequestHeaders())) {
      exchange.sendResponseHeaders(304, NO_BODY);
      return;
    }
    headers.set("Content-Type", sheet.contentType());
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(sheet.body().length));
      exchange.sendResponseHeaders(200, NO_BODY);
    } else {
      exchange.sendResponseHeaders(200, sheet.body().length);
      exchange.getResponseBody().write(sheet.body());
    }
  }

  /** RFC 9110, 13.2.2: a date counts only where no tag is sent. */
  private static boolean isHeld(Sheet sheet, Headers request) {
    @Nullable String tags = request.getFirst("If-None-Match");
    if (tags != null) {
      return Arrays.stream(tags.split(","))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> tag.equals("*") || tag.equals(sheet.etag()));
    }
    Instant since = HttpDate.read(request.getFirst("If-Modified-Since"));
    return since != null && !sheet.lastModified().isAfter(since);
  }
}
