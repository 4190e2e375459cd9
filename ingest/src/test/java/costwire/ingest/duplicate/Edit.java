package costwire.ingest.duplicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a desk does to an article that it takes over. */
enum Edit {
  EXACT {
    @Override
    String of(Draft draft, Random random) {
      return draft.text();
    }
  },
  DROPPED_PARAGRAPH {
    @Override
    String of(Draft draft, Random random) {
      List<List<List<String>>> rest = new ArrayList<>(draft.paragraphs());
      rest.remove(random.nextInt(rest.size()));
      return draft.with(rest).text();
    }
  },
  ADDED_PARAGRAPH {
    @Override
    String of(Draft draft, Random random) {
      List<List<List<String>>> more = new ArrayList<>(draft.paragraphs());
      more.add(random.nextInt(more.size() + 1), own(draft, random));
      return draft.with(more).text();
    }
  },
  REWORDED_3 {
    @Override
    String of(Draft draft, Random random) {
      return draft.reworded(0.03, random).text();
    }
  },
  REWORDED_10 {
    @Override
    String of(Draft draft, Random random) {
      return draft.reworded(0.10, random).text();
    }
  },
  SENTENCES_MOVED {
    @Override
    String of(Draft draft, Random random) {
      List<List<List<String>>> moved = new ArrayList<>();
      for (List<List<String>> paragraph : draft.paragraphs()) {
        List<List<String>> sentences = new ArrayList<>(paragraph);
        Collections.shuffle(sentences, random);
        moved.add(sentences);
      }
      Collections.swap(moved, 0, random.nextInt(moved.size()));
      return draft.with(moved).text();
    }
  },
  TRUNCATED_60 {
    @Override
    String of(Draft draft, Random random) {
      String text = draft.text();
      return text.substring(0, text.length() * 6 / 10);
    }
  },
  AGENCY {
    @Override
    String of(Draft draft, Random random) {
      List<List<List<String>>> own = new ArrayList<>(draft.paragraphs());
      own.add(random.nextBoolean() ? 0 : own.size(), own(draft, random));
      return draft.phrases().any("agency", random) + " " + draft.with(own).text();
    }
  },
  TYPOGRAPHY {
    @Override
    String of(Draft draft, Random random) {
      return Typography.other(draft.text(), random);
    }
  },
  SHORTER_AND_REWORDED_5 {
    @Override
    String of(Draft draft, Random random) {
      return DROPPED_PARAGRAPH.of(draft.reworded(0.05, random), random);
    }
  },
  AGENCY_CUT_AND_REWORDED_4 {
    @Override
    String of(Draft draft, Random random) {
      List<List<List<String>>> first = draft.paragraphs();
      Draft cut = draft.with(first.subList(0, first.size() - 1));
      return AGENCY.of(cut.reworded(0.04, random), random);
    }
  };

  /** The text as the other desk prints it; every one under a title of its own. */
  abstract String of(Draft draft, Random random);

  private static List<List<String>> own(Draft draft, Random random) {
    return new DraftWriter(draft.phrases(), random).paragraph(draft.company());
  }
}
