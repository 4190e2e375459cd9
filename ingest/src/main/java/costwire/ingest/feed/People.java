package costwire.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Authors as feeds give them: a name, an address of mail, or both in one. */
final class People {
  /** More are a list of staff. */
  static final int MAX = 20;

  private static final Pattern MAIL_AND_NAME =
      Pattern.compile("\\S{1,100}@\\S{1,100}\\s*\\(([^()]{1,200})\\)");
  private static final Pattern NAME_AND_MAIL =
      Pattern.compile("([^<>()]{1,200}?)\\s*[<(]\\S{1,100}@[^\\s<>()]{1,100}[>)]");

  private People() {}

  static @Nullable String name(Element field) {
    Element named =
        field.getChildren().stream()
            .filter(child -> child.getName().equals("name"))
            .findFirst()
            .orElse(null);
    return name(named == null ? Fields.markup(field) : named.getText());
  }

  /** Null if there is no name in it: an address of mail is none. */
  static @Nullable String name(@Nullable String text) {
    String line = Plain.text(text);
    Matcher last = MAIL_AND_NAME.matcher(line);
    Matcher first = NAME_AND_MAIL.matcher(line);
    String name = last.matches() ? last.group(1) : first.matches() ? first.group(1) : line;
    boolean mail = name.matches("\\S*@\\S*");
    return name.isBlank() || mail ? null : name.strip();
  }
}
