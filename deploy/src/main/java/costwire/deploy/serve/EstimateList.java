package costwire.deploy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import costwire.aggregate.Estimate;
import costwire.aggregate.Way;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists of estimates as answers. Most estimates in a list are those that were in the last one: each
 * is written and packed once, until the company has another. In a list the ways have no terms: they
 * make half of it.
 */
final class EstimateList {
  private static final ObjectMapper BRIEF =
      Json.mapper().copy().addMixIn(Way.class, WithoutTerms.class);
  private static final JsonPart BEGINNING = JsonPart.of("{\"items\":[");
  private static final JsonPart BETWEEN = JsonPart.of(",");

  /** Choices of a company's lines that are kept, all of them among them. */
  private static final int MOST_NARROWED = 64;

  private final ReadModel model;

  /** By company id, its estimate as it was last written. */
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  /**
   * An estimate in writing.
   *
   * @param parts by the lines that are asked for
   */
  private record Written(Estimate estimate, Map<List<Integer>, JsonPart> parts) {
    static Written of(Estimate estimate) {
      return new Written(estimate, new ConcurrentHashMap<>());
    }

    @SuppressWarnings("ReferenceEquality") // An equal one would be as good, but is dear to tell.
    boolean isOf(Estimate other) {
      return estimate == other;
    }
  }

  EstimateList(ReadModel model) {
    this.model = model;
  }

  /**
   * A page.
   *
   * @param next where the next one begins; null: nowhere
   */
  JsonParts page(List<Estimate> estimates, @Nullable String next) {
    List<JsonPart> parts = new ArrayList<>(2 * estimates.size() + 2);
    parts.add(BEGINNING);
    for (Estimate estimate : estimates) {
      if (parts.size() > 1) {
        parts.add(BETWEEN);
      }
      parts.add(part(estimate));
    }
    parts.add(JsonPart.of("],\"next\":" + (next == null ? "null" : "\"" + next + "\"") + "}"));
    return JsonParts.of(parts);
  }

  private JsonPart part(Estimate estimate) {
    Estimate whole = model.estimate(estimate.companyId());
    List<Integer> lines = whole == null ? List.of() : places(estimate.lines(), whole.lines());
    if (whole == null || lines.size() < estimate.lines().size()) {
      // Of a day that is no more, or of a moment ago: asked for seldom, and there is no end of
      // them.
      return JsonPart.of(bytes(estimate));
    }
    Written known =
        written.compute(
            estimate.companyId(),
            (company, old) -> old != null && old.isOf(whole) ? old : Written.of(whole));
    JsonPart part = known.parts().get(lines);
    if (part == null) {
      part = JsonPart.of(bytes(estimate));
      if (known.parts().size() < MOST_NARROWED) {
        known.parts().put(lines, part);
      }
    }
    return part;
  }

  /** Where some of the lines stand among all: only those that are the very same. */
  @SuppressWarnings("ReferenceEquality") // They are long, and those of a list come from the model.
  private static List<Integer> places(List<Estimate.Line> some, List<Estimate.Line> all) {
    List<Integer> places = new ArrayList<>(some.size());
    for (int i = 0; i < all.size() && places.size() < some.size(); i++) {
      if (all.get(i) == some.get(places.size())) {
        places.add(i);
      }
    }
    return places;
  }

  private static byte[] bytes(Estimate estimate) {
    try {
      return BRIEF.writeValueAsBytes(estimate);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a company's own answer and the topic have in full. */
  private interface WithoutTerms {
    @JsonSerialize(converter = None.class)
    List<Way.Term> terms();
  }

  /** No terms, whatever there are. */
  private static final class None extends StdConverter<List<Way.Term>, List<Way.Term>> {
    @Override
    public List<Way.Term> convert(List<Way.Term> terms) {
      return List.of();
    }
  }
}
