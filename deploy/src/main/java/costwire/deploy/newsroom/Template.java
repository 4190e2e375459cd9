package costwire.deploy.newsroom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of Mustache that pages and feeds need: <code>{{name}}</code> escaped for HTML and XML,
 * <code>{{&amp;name}}</code> as it is, and <code>{{#list}}…{{/list}}</code> once for each element,
 * which is a text called <code>{{.}}</code> or a map of further names.
 */
final class Template {
  private final String name;
  private final String source;

  Template(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /**
   * @throws IllegalStateException if it names what {@code values} lacks
   */
  String fill(Map<String, ?> values) {
    StringBuilder out = new StringBuilder();
    fill(source, values, out);
    return out.toString();
  }

  private void fill(String part, Map<String, ?> values, StringBuilder out) {
    int at = 0;
    for (int open; (open = part.indexOf("{{", at)) >= 0; ) {
      out.append(part, at, open);
      String tag = part.substring(open + 2, indexOf(part, "}}", open));
      at = open + tag.length() + 4;
      switch (tag.charAt(0)) {
        case '#' -> {
          String end = "{{/" + tag.substring(1) + "}}";
          int close = indexOf(part, end, at);
          repeat(part.substring(at, close), value(tag.substring(1), values), values, out);
          at = close + end.length();
        }
        case '&' -> out.append(value(tag.substring(1), values));
        default -> out.append(escaped(value(tag, values).toString()));
      }
    }
    out.append(part, at, part.length());
  }

  private void repeat(String part, Object list, Map<String, ?> outer, StringBuilder out) {
    for (Object element : (List<?>) list) {
      Map<String, Object> values = new HashMap<>(outer);
      if (element instanceof Map<?, ?> names) {
        names.forEach((key, value) -> values.put(key.toString(), value));
      } else {
        values.put(".", element);
      }
      fill(part, values, out);
    }
  }

  private Object value(String key, Map<String, ?> values) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalStateException(name + " names " + key + ", which has no value");
    }
    return value;
  }

  private int indexOf(String part, String what, int from) {
    int at = part.indexOf(what, from);
    if (at < 0) {
      throw new IllegalStateException(name + " lacks " + what);
    }
    return at;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
