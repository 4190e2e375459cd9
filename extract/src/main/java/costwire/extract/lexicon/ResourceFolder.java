package costwire.extract.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a folder on the class path, in a jar or not: they are discovered, not registered.
 */
public final class ResourceFolder {
  private final String path;

  /** The folder at an absolute resource path such as {@code /lexicon}. */
  public ResourceFolder(String path) {
    this.path = path;
  }

  /** Names of the files that end so, in order. */
  public List<String> names(String suffix) {
    URL folder = ResourceFolder.class.getResource(path);
    if (folder == null) {
      throw new IllegalStateException("no folder " + path + " on the class path");
    }
    try {
      if (folder.openConnection() instanceof JarURLConnection jar) {
        String prefix = jar.getEntryName() + (jar.getEntryName().endsWith("/") ? "" : "/");
        return jar.getJarFile().stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
            .map(name -> name.substring(prefix.length()))
            .sorted()
            .toList();
      }
      try (Stream<Path> files = Files.list(Path.of(new URI(folder.toString())))) {
        return files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(suffix))
            .sorted()
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a file of the folder. */
  public InputStream open(String name) {
    InputStream file = ResourceFolder.class.getResourceAsStream(path + "/" + name);
    if (file == null) {
      throw new IllegalStateException("no file " + path + "/" + name + " on the class path");
    }
    return file;
  }
}
