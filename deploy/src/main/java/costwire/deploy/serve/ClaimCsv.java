package costwire.deploy.serve;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.extract.Claim;
import costwire.stream.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Claims as a table (RFC 4180), in the fields of the contract. */
final class ClaimCsv {
  private static final List<String> FIELDS =
      List.of(
          "/id",
          "/articleId",
          "/url",
          "/publisher",
          "/publishedAt",
          "/language",
          "/title",
          "/in",
          "/start",
          "/end",
          "/quote",
          "/sentence",
          "/measure",
          "/low",
          "/best",
          "/high",
          "/unit",
          "/bound",
          "/per",
          "/chip",
          "/company",
          "/companyId",
          "/model",
          "/claimant",
          "/scope",
          "/stance",
          "/usd/low",
          "/usd/best",
          "/usd/high",
          "/usd/rate",
          "/usd/rateDate",
          "/confidence",
          "/extractor");

  /** First characters that make a spreadsheet take a text for a formula. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  /** Ends a text, a file or a terminal's patience in some reader or other. */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

  private ClaimCsv() {}

  static String header() {
    return FIELDS.stream()
        .map(field -> field.substring(1).replace('/', '.'))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static String row(Claim claim) {
    JsonNode node = Json.mapper().valueToTree(claim);
    return FIELDS.stream()
        .map(field -> cell(node.at(field)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
    String text = CONTROL.matcher(value.asText()).replaceAll("\ufffd");
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
