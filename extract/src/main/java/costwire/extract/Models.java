package costwire.extract;

import costwire.extract.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models that the extractor decides by, and how they come about. */
public final class Models {
  private Models() {}

  /**
   * Learns every model anew and writes each as {@code <name>.bin}. The same corpus, lexicons and
   * catalogues give the same bytes; it takes minutes.
   *
   * @param corpora folders of {@code <language>.jsonl}; names to retell their articles with stand
   *     in {@code names/<language>.txt}
   * @param folder made if it is not there
   * @return the size of each file in bytes, by the model's name
   * @throws IOException if the corpus cannot be read or the models cannot be written
   */
  public static Map<String, Integer> learn(List<Path> corpora, Path folder) throws IOException {
    Map<String, byte[]> models = Training.learn(corpora);
    Files.createDirectories(folder);
    Map<String, Integer> sizes = new TreeMap<>();
    for (Map.Entry<String, byte[]> model : models.entrySet()) {
      Files.write(folder.resolve(model.getKey() + ".bin"), model.getValue());
      sizes.put(model.getKey(), model.getValue().length);
    }
    return sizes;
  }
}
