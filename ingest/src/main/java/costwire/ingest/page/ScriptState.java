package costwire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article in the state that a script builds its page from: the longest text, or the row of
 * objects that hold the most text between them.
 */
final class ScriptState {
  private static final int MAX_SCRIPTS = 40;
  private static final int LEAST = 300;
  private static final int MAX_NODES = 50_000;

  private final List<String> best = new ArrayList<>();
  private double bestMass = LEAST;
  private int left = MAX_NODES;

  private ScriptState() {}

  /** Its paragraphs, parted by blank lines; null if no script holds an article's worth of text. */
  static @Nullable String text(List<Element> all) {
    ScriptState state = new ScriptState();
    int scripts = 0;
    for (Element script : all) {
      String type = script.attr("type");
      boolean json = type.contains("json") && !type.contains("ld+json");
      String data = script.data();
      int start = data.indexOf('{');
      boolean set = type.isEmpty() && start > 0 && start < 120 && data.contains("window.");
      if ((json || set) && data.length() > LEAST && scripts++ < MAX_SCRIPTS) {
        JsonNode root = LooseJson.read(data.substring(Math.max(0, start)));
        if (root != null) {
          state.walk(root);
        }
      }
    }
    return state.best.isEmpty() ? null : String.join("\n\n", state.best);
  }

  private void walk(JsonNode node) {
    if (left-- <= 0) {
      return;
    }
    if (node.isTextual()) {
      offer(paragraphs(node.textValue()));
    } else if (node.isArray()) {
      List<String> row = new ArrayList<>();
      for (JsonNode one : node) {
        row.addAll(own(one));
      }
      offer(row);
    }
    for (JsonNode child : node) {
      walk(child);
    }
  }

  /** What an element of a row says itself: its longest text. */
  private static List<String> own(JsonNode node) {
    String longest = node.isTextual() ? node.textValue() : "";
    if (node.isObject()) {
      for (JsonNode field : node) {
        boolean longer = field.isTextual() && field.textValue().length() > longest.length();
        longest = longer ? field.textValue() : longest;
      }
    }
    return paragraphs(longest);
  }

  private void offer(List<String> paragraphs) {
    double mass = 0;
    for (String text : paragraphs) {
      mass += Math.max(0, new Block(Block.Kind.PARAGRAPH, 0, text, 0, 0, false).score());
    }
    // A row of teasers has a stop or two each; an article's paragraphs are longer.
    if (mass > bestMass * 1.05 && mass / paragraphs.size() > 40) {
      bestMass = mass;
      best.clear();
      best.addAll(paragraphs);
    }
  }

  private static List<String> paragraphs(String text) {
    if (text.length() < 2 || text.indexOf(' ') < 0 && text.length() > 400) {
      return List.of();
    }
    if (text.indexOf('<') < 0) {
      RunOfText run = new RunOfText();
      run.append(text, false);
      return run.isEmpty() ? List.of() : List.of(run.take());
    }
    PageWalk walk = new PageWalk(new PageHead()).over(Markup.parse(text, ""));
    return walk.blocks.stream()
        .filter(block -> block.kind != Block.Kind.CAPTION && block.linked < 0.6)
        .map(block -> block.text)
        .toList();
  }
}
