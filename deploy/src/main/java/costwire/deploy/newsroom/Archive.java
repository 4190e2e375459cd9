package costwire.deploy.newsroom;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sample articles and what surrounds them, as they lie among the resources. */
final class Archive {
  private Archive() {}

  static List<Outlet> outlets() {
    return parse("outlets.json", new TypeReference<>() {});
  }

  static Furniture furniture(String lang) {
    return parse("furniture/" + lang + ".json", new TypeReference<>() {});
  }

  static Template template(String name) {
    return new Template(name, text(name));
  }

  /** What the outlet printed, the latest first. */
  static List<Story> stories(Outlet outlet) {
    List<Story> stories = new ArrayList<>();
    for (String line : text(outlet.lang() + ".jsonl").lines().toList()) {
      Story story = parsed(line, new TypeReference<>() {});
      if (story.publisher().equals(outlet.host())) {
        stories.add(story);
      }
    }
    stories.sort(Comparator.comparing(Story::publishedAt).reversed());
    return List.copyOf(stories);
  }

  static String text(String name) {
    try (InputStream in = Archive.class.getResourceAsStream("/newsroom/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the newsroom lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T parse(String name, TypeReference<T> type) {
    return parsed(text(name), type);
  }

  private static <T> T parsed(String json, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
