package costwire.deploy.serve;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** This machine's own Chromium without a window; nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Keeps what the page did wrong, from its first moment on, and when its first company came. */
  private static final String WATCH =
      """
      window.mishaps = [];
      addEventListener("securitypolicyviolation", e => mishaps.push("CSP: " + e.blockedURI));
      addEventListener("error", e => mishaps.push("error: " + e.message));
      new MutationObserver((_, watch) => {
        if (document.querySelector(".company-name")) {
          requestAnimationFrame(() => (window.firstCompany = performance.now()));
          watch.disconnect();
        }
      }).observe(document, {childList: true, subtree: true});
      addEventListener("unhandledrejection", e => mishaps.push("rejection: " + e.reason));
      """;

  private final ChromeDriver driver;

  Browser() {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").orElseThrow())
            .withTimeout(PATIENCE)
            .build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium").orElseThrow());
    options.addArguments(
        List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    options.addArguments("--disable-background-networking", "--no-first-run", "--lang=en-US");
    driver = new ChromeDriver(service, options);
    command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    size(WIDTH, HEIGHT);
  }

  static boolean isInstalled() {
    return program("chromium").isPresent() && program("chromedriver").isPresent();
  }

  private static Optional<File> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /** In CSS pixels; below 500 it is a phone with a finger for a pointer. */
  void size(int width, int height) {
    boolean phone = width < 500;
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    command("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
  }

  /** Light or dark; motion is reduced, so that nothing is caught half-way. */
  void prefer(String scheme) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", scheme),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    command("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Loads the page anew, also where only the fragment differs. */
  void open(String address) {
    driver.get("about:blank");
    driver.get(address);
  }

  /** The first visible element, once there is one. */
  WebElement find(String css) {
    return waiting(css)
        .until(
            any ->
                driver.findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** What the expression comes to, where that is text. */
  String text(String expression) {
    return Objects.toString(value(expression));
  }

  double number(String expression) {
    return ((Number) Objects.requireNonNull(value(expression), expression)).doubleValue();
  }

  /** The text of all that match. */
  List<String> texts(String css) {
    return list("Array.from(document.querySelectorAll(\"" + css + "\"), n => n.textContent)");
  }

  /** What the expression lists, as text. */
  List<String> list(String expression) {
    List<?> list = (List<?>) Objects.requireNonNull(value(expression), expression);
    return list.stream().map(Objects::toString).toList();
  }

  boolean holds(String expression) {
    return Boolean.TRUE.equals(value("Boolean(" + expression + ")"));
  }

  /** Waits until the expression holds. */
  void await(String expression) {
    waiting(expression).until(any -> holds(expression));
  }

  @Nullable Object value(String expression) {
    return driver.executeScript("return " + expression);
  }

  void run(String script) {
    driver.executeScript(script);
  }

  /** What the script hands to its last argument, a function. */
  @Nullable Object answer(String script) {
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return driver.executeAsyncScript(script);
  }

  /** Keys for whatever has the focus. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What is to be seen, as PNG. */
  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  private WebDriverWait waiting(String what) {
    WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    wait.withMessage(what);
    // A page that draws itself anew takes away what was just found.
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }

  private void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
