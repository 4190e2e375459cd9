package costwire.extract.train;

import com.fasterxml.jackson.databind.ObjectReader;
import costwire.extract.claim.Casting;
import costwire.extract.claim.ClaimReader;
import costwire.extract.claim.Judge;
import costwire.extract.claim.Learned;
import costwire.extract.learn.Decider;
import costwire.extract.learn.Learner;
import costwire.extract.learn.SequenceLearner;
import costwire.extract.name.Citation;
import costwire.extract.name.FirstLook;
import costwire.extract.name.Kinship;
import costwire.extract.name.NameKind;
import costwire.extract.name.NameSorter;
import costwire.extract.name.NameSpan;
import costwire.extract.name.NameTagger;
import costwire.extract.name.Parties;
import costwire.extract.name.Place;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.Passage;
import costwire.stream.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Learns every model from the {@code train} part of the corpus. The same corpus, lexicons and
 * catalogues give the same bytes.
 */
public final class Training {
  /** A tagger never tags what it learned from when others learn from its tags. */
  private static final int FOLDS = 4;

  private static final double SMOOTHING = 4.0;

  /** Choices have more to go by, of which each says less. */
  private static final double SMOOTHING_OF_CHOICES = 9.0;

  private static final double SMOOTHING_OF_NAMES = 0.5;
  private static final double SMOOTHING_OF_CITATIONS = 2.0;
  private static final int RARE = 2;
  private static final int RARE_IN_CHOICES = 4;

  /** How often each lesson is told again with other names. */
  private static final int RETOLD = 1;

  private final ArticleReaders readers = new ArticleReaders();
  private final List<Lesson> lessons;
  private final List<List<Passage>> passages = new ArrayList<>();
  private final Renaming renaming;

  private Training(List<Lesson> lessons, List<Path> corpora) throws IOException {
    this.lessons = lessons;
    Set<String> languages = new TreeSet<>();
    lessons.forEach(lesson -> languages.add(lesson.lang()));
    this.renaming = new Renaming(corpora, languages);
    for (Lesson lesson : lessons) {
      passages.add(read(lesson));
    }
  }

  private List<Passage> read(Lesson lesson) {
    return readers.read(language(lesson.lang()), lesson.title(), lesson.text());
  }

  /** The lexicon's language: scripts of Chinese share one. */
  private static String language(String tag) {
    int hyphen = tag.indexOf('-');
    return hyphen < 0 ? tag : tag.substring(0, hyphen);
  }

  /**
   * The models by name, each as the bytes of its file.
   *
   * @param corpora folders of {@code <language>.jsonl}
   */
  public static Map<String, byte[]> learn(List<Path> corpora) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (Path corpus : corpora) {
      lessons.addAll(lessons(corpus));
    }
    return new Training(lessons, corpora).learn();
  }

  private static List<Lesson> lessons(Path corpus) throws IOException {
    ObjectReader reader = Json.mapper().readerFor(Lesson.class);
    List<Path> files;
    try (Stream<Path> listed = Files.list(corpus)) {
      files = listed.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<Lesson> lessons = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        Lesson lesson = reader.readValue(line);
        if (lesson.isToLearnFrom()) {
          lessons.add(lesson);
        }
      }
    }
    return lessons;
  }

  private Map<String, byte[]> learn() {
    List<FirstLook> firstLooks = ofFolds(fold -> new FirstLook(Decider.read(names(fold, null))));
    List<byte[]> whole =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(look -> names(-1, look == 0 ? null : firstLooks))
            .toList();
    Map<String, byte[]> models = new TreeMap<>();
    models.put(FirstLook.MODEL, whole.get(0));
    models.put(NameTagger.MODEL, whole.get(1));
    List<List<List<Span>>> tagged = tagged(firstLooks);
    models.put(NameSorter.MODEL, kinds(tagged, -1));
    List<NameSorter> sorters = ofFolds(fold -> new NameSorter(Decider.read(kinds(tagged, fold))));
    models.put(Citation.MODEL, citations(tagged, -1));
    List<Citation> citations = ofFolds(fold -> new Citation(Decider.read(citations(tagged, fold))));
    List<Parties> parties = parties(tagged, sorters, citations);
    models.put(Casting.MODEL, parts(parties, -1));
    List<Casting> castings = ofFolds(fold -> new Casting(Decider.read(parts(parties, fold))));
    models.putAll(claims(parties, castings));
    return models;
  }

  /**
   * The models that decide about claims. The readers of each fold learn from the others' gold; what
   * they make of their own fold's articles is what the models that stay learn to go on from.
   */
  private Map<String, byte[]> claims(List<Parties> parties, List<Casting> castings) {
    List<Judge> guides =
        ofFolds(
            fold -> {
              Map<String, Learner> others = learners();
              for (int other = 0; other < FOLDS; other++) {
                if (other != fold) {
                  teach(other, parties, castings, others, null);
                }
              }
              Map<String, byte[]> alone = learned(others);
              return new Learned(name -> Decider.read(Objects.requireNonNull(alone.get(name))));
            });
    Map<String, Learner> learners = learners();
    for (int fold = 0; fold < FOLDS; fold++) {
      teach(fold, parties, castings, learners, guides.get(fold));
    }
    // A scope leans on the scopes before it: it is learned behind right ones too.
    Map<String, Learner> scope =
        Map.of(Learned.SCOPE, Objects.requireNonNull(learners.get(Learned.SCOPE)));
    for (int fold = 0; fold < FOLDS; fold++) {
      teach(fold, parties, castings, scope, null);
    }
    return learned(learners);
  }

  private void teach(
      int fold,
      List<Parties> parties,
      List<Casting> castings,
      Map<String, Learner> learners,
      @Nullable Judge guide) {
    for (int i = fold; i < lessons.size(); i += FOLDS) {
      if (!lessons.get(i).hasClaims()) {
        continue;
      }
      List<Passage> read = passages.get(i);
      Judge teacher = new Teacher(lessons.get(i), learners, guide);
      new ClaimReader(read, parties.get(i), castings.get(fold), teacher).read();
    }
  }

  private static Map<String, Learner> learners() {
    Map<String, Learner> learners = new LinkedHashMap<>();
    for (String name : List.of(Learned.CLAIM, Learned.SCOPE, Learned.STANCE)) {
      learners.put(name, learner());
    }
    for (Judge.Question question : Judge.Question.values()) {
      learners.put(Learned.nameOf(question), new Learner(SMOOTHING_OF_CHOICES, RARE_IN_CHOICES));
    }
    return learners;
  }

  private static Map<String, byte[]> learned(Map<String, Learner> learners) {
    Map<String, byte[]> models = new TreeMap<>();
    for (Map.Entry<String, Learner> learner : learners.entrySet()) {
      models.put(learner.getKey(), learner.getValue().learn());
    }
    return models;
  }

  private static Learner learner() {
    return new Learner(SMOOTHING, RARE);
  }

  /**
   * A model that tags names, learned from all lessons but those of a fold.
   *
   * @param firstLooks for the second look: what each fold's lessons are seen with first, without
   *     having learned from them; null for the first look
   */
  private byte[] names(int fold, @Nullable List<FirstLook> firstLooks) {
    SequenceLearner learner = NameTagger.learner(SMOOTHING_OF_NAMES, RARE);
    for (int i = 0; i < lessons.size(); i++) {
      if (i % FOLDS != fold && lessons.get(i).hasNames()) {
        FirstLook firstLook = firstLooks == null ? null : firstLooks.get(i % FOLDS);
        names(learner, lessons.get(i), passages.get(i), firstLook);
        for (int time = 0; time < RETOLD; time++) {
          Lesson retold = renaming.told(lessons.get(i), time, known(i));
          names(learner, retold, read(retold), firstLook);
        }
      }
    }
    return learner.learn();
  }

  private static void names(
      SequenceLearner learner, Lesson lesson, List<Passage> read, @Nullable FirstLook firstLook) {
    List<List<NameSpan>> names = NamesOf.each(read, lesson);
    if (firstLook == null) {
      NameTagger.teach(learner, read, names);
    } else {
      NameTagger.teach(learner, read, names, firstLook);
    }
  }

  /** What looks like a name in each lesson to a tagger that has not learned from it. */
  private List<List<List<Span>>> tagged(List<FirstLook> firstLooks) {
    List<List<List<Span>>> tagged = new ArrayList<>(Collections.nCopies(lessons.size(), List.of()));
    List<NameTagger> taggers =
        ofFolds(
            fold -> new NameTagger(firstLooks.get(fold), Decider.read(names(fold, firstLooks))));
    for (int i = 0; i < lessons.size(); i++) {
      tagged.set(i, taggers.get(i % FOLDS).tag(passages.get(i)));
    }
    return tagged;
  }

  /** What is learned for each fold: at once, for nothing is learned from one for another. */
  private static <T> List<T> ofFolds(IntFunction<T> learned) {
    return IntStream.range(0, FOLDS).parallel().mapToObj(learned).toList();
  }

  /** The model that tells names apart, learned from all lessons but those of a fold. */
  private byte[] kinds(List<List<List<Span>>> tagged, int fold) {
    Learner learner = learner();
    for (int i = 0; i < lessons.size(); i++) {
      if (i % FOLDS != fold && lessons.get(i).hasNames()) {
        List<Passage> read = passages.get(i);
        kinds(learner, lessons.get(i), read, tagged.get(i));
        for (int time = 0; time < RETOLD; time++) {
          Lesson retold = renaming.told(lessons.get(i), time, known(i));
          List<Passage> again = read(retold);
          kinds(learner, retold, again, NamesOf.each(again, retold));
        }
      }
    }
    return learner.learn();
  }

  private static void kinds(
      Learner learner,
      Lesson lesson,
      List<Passage> read,
      List<? extends List<? extends Span>> tagged) {
    Map<Passage, List<NameSpan>> names = names(lesson, read);
    Parties.teach(learner, read, tagged, place -> kind(names, place));
  }

  private static Map<Passage, List<NameSpan>> names(Lesson lesson, List<Passage> read) {
    Map<Passage, List<NameSpan>> names = new HashMap<>();
    List<List<NameSpan>> each = NamesOf.each(read, lesson);
    for (int k = 0; k < read.size(); k++) {
      names.put(read.get(k), each.get(k));
    }
    return names;
  }

  /** The model that tells who plays what part, learned from all lessons but those of a fold. */
  private byte[] parts(List<Parties> parties, int fold) {
    Learner learner = learner();
    for (int i = 0; i < lessons.size(); i++) {
      if (i % FOLDS != fold && lessons.get(i).hasClaims()) {
        List<Passage> read = passages.get(i);
        Casting.teach(learner, read, Kinship.settled(read, parties.get(i)), lessons.get(i)::part);
      }
    }
    return learner.learn();
  }

  /** The model that tells what somebody is called, learned from all lessons but those of a fold. */
  private byte[] citations(List<List<List<Span>>> tagged, int fold) {
    Learner learner = new Learner(SMOOTHING_OF_CITATIONS, RARE_IN_CHOICES);
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      if (i % FOLDS != fold && lesson.hasNames()) {
        List<Passage> read = passages.get(i);
        Map<Passage, List<NameSpan>> names = names(lesson, read);
        Parties.teachCitations(
            learner,
            read,
            tagged.get(i),
            place -> name(names, place),
            (name, form) -> lesson.isCalled(name.name(), form));
      }
    }
    return learner.learn();
  }

  /** Who and what is named in each lesson, by models that have not learned from it. */
  private List<Parties> parties(
      List<List<List<Span>>> tagged, List<NameSorter> sorters, List<Citation> citations) {
    List<Parties> parties = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      int fold = i % FOLDS;
      parties.add(
          new Parties(passages.get(i), tagged.get(i), sorters.get(fold), citations.get(fold)));
    }
    return parties;
  }

  /** The canonical names of a lesson that the catalogues know. */
  private Set<String> known(int lesson) {
    Set<String> known = new HashSet<>();
    List<Passage> read = passages.get(lesson);
    List<List<NameSpan>> names = NamesOf.each(read, lessons.get(lesson));
    for (int i = 0; i < read.size(); i++) {
      for (NameSpan span : names.get(i)) {
        boolean catalogued =
            read.get(i).mentions().stream().anyMatch(m -> !m.isWeak() && m.intersects(span));
        if (catalogued) {
          known.add(span.name());
        }
      }
    }
    return known;
  }

  private static NameKind kind(Map<Passage, List<NameSpan>> names, Place place) {
    NameSpan name = name(names, place);
    return name == null ? NameKind.NONE : name.kind();
  }

  private static @Nullable NameSpan name(Map<Passage, List<NameSpan>> names, Place place) {
    return names.getOrDefault(place.passage(), List.of()).stream()
        .filter(name -> name.intersects(place.span()))
        .findFirst()
        .orElse(null);
  }
}
