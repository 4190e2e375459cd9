package costwire.deploy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import costwire.aggregate.Estimate;
import costwire.aggregate.Way;
import costwire.stream.Json;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * All estimates as an answer, packed once for all who ask.
 *
 * @param version of the model that it is made from
 * @param tag of the answer
 */
record EstimateList(String version, String tag, byte[] plain, byte[] packed) {
  private static final ObjectMapper BRIEF =
      Json.mapper().copy().addMixIn(Way.class, WithoutTerms.class);

  static EstimateList of(String version, List<Estimate> estimates) {
    byte[] plain = bytes(Page.of(estimates, Integer.MAX_VALUE, Estimate::companyId));
    return new EstimateList(version, Answer.tag(plain), plain, packed(plain));
  }

  /** A list, in which the ways have no terms: they make half of it. */
  static byte[] bytes(Map<String, Object> page) {
    try {
      return BRIEF.writeValueAsBytes(page);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(Context context) {
    if (Answer.isKnown(context, tag)) {
      return;
    }
    boolean packs = String.valueOf(context.header("Accept-Encoding")).contains("gzip");
    if (packs) {
      context.header("Content-Encoding", "gzip");
    }
    context.result(packs ? packed : plain).contentType(Route.JSON);
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 8 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
