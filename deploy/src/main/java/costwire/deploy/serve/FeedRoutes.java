package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.ingest.Feed;
import costwire.ingest.Ingest;
import costwire.ingest.Subscriptions;
import costwire.ingest.UnreadableException;
import costwire.stream.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /api/feeds}: what is followed and how it does; feeds come and go; OPML in and out. */
final class FeedRoutes implements Routes {
  private static final String OPML = "text/x-opml";
  private static final Set<String> OPML_TYPES =
      Set.of(OPML, "text/x-opml+xml", "application/x-opml+xml", "application/xml", "text/xml");

  private static final String TITLE = "Feeds that Costwire follows";

  /** The topic's side of it. */
  interface Desk {
    /** Follows feeds, or changes their settings; returns when the topic has them. */
    void follow(Collection<Feed> feeds) throws IOException;

    /** Follows a feed no longer; returns when the topic says so. */
    void end(String url) throws IOException;
  }

  private final ReadModel model;
  private final Desk desk;
  private final WriteAccess access;

  FeedRoutes(ReadModel model, Desk desk, WriteAccess access) {
    this.model = model;
    this.desk = desk;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/feeds", this::list).giving(Route.JSON, OPML),
        Route.get("/api/feeds.opml", this::export).giving(OPML),
        Route.write(HandlerType.POST, "/api/feeds", this::follow),
        Route.write(HandlerType.DELETE, "/api/feeds", this::end, "url"));
  }

  private void list(Query query) {
    Context context = query.context();
    context.res().addHeader("Vary", "Accept");
    if (String.valueOf(context.header("Accept")).contains(OPML)) {
      export(query);
      return;
    }
    Answer.json(context, Map.of("items", model.feeds().stream().map(FeedStatus::of).toList()));
  }

  private void export(Query query) {
    Context context = query.context();
    context.header("Content-Disposition", "attachment; filename=\"feeds.opml\"");
    byte[] list = Ingest.opml(TITLE, model.feeds()).getBytes(UTF_8);
    Answer.state(context, list, OPML + "; charset=utf-8");
  }

  private void follow(Query query) {
    Context context = query.context();
    access.check(context);
    Subscriptions wanted = wanted(context);
    Set<String> known = model.feeds().stream().map(Feed::url).collect(Collectors.toSet());
    written(() -> desk.follow(wanted.feeds()));
    boolean all = known.containsAll(wanted.feeds().stream().map(Feed::url).toList());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "added", wanted.feeds().stream().filter(feed -> !known.contains(feed.url())).toList());
    answer.put(
        "changed", wanted.feeds().stream().filter(feed -> known.contains(feed.url())).toList());
    answer.put("leftOut", wanted.leftOut());
    Answer.json(context.status(all ? 200 : 201), answer);
  }

  private static Subscriptions wanted(Context context) {
    String header = context.contentType();
    String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/json")) {
      return new Subscriptions(List.of(feed(context.bodyAsBytes())), List.of());
    }
    if (!OPML_TYPES.contains(type)) {
      throw new Problem.Refused(
          415, "A feed comes as application/json, a list of feeds as " + OPML);
    }
    try {
      return Ingest.subscriptions(context.bodyAsBytes(), header);
    } catch (UnreadableException e) {
      throw new Problem.Refused(400, "This list cannot be read: " + e.getMessage());
    }
  }

  private static Feed feed(byte[] body) {
    try {
      FeedDraft draft = Json.mapper().readValue(body, FeedDraft.class);
      if (draft == null) {
        throw new Problem.Refused(400, "A feed is wanted, not null");
      }
      return draft.feed();
    } catch (JsonProcessingException e) {
      throw new Problem.Refused(400, "Not a feed in JSON: " + Answer.brief(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Problem.Refused(400, "Not a feed in JSON");
    }
  }

  private void end(Query query) {
    access.check(query.context());
    String url = query.address("url");
    if (url == null || url.isBlank()) {
      throw new Problem.Refused(400, "'url' must be the address of a feed");
    }
    boolean known = model.feeds().stream().anyMatch(feed -> feed.url().equals(url));
    if (!known) {
      throw new Problem.Refused(404, "No feed '" + Answer.brief(url) + "' is followed");
    }
    written(() -> desk.end(url));
    query.context().status(204);
  }

  private static void written(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new Problem.Refused(503, "The topic of feeds cannot be written to just now");
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }
}
