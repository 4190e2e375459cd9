package costwire.ingest.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is like an article and no copy of it. */
enum Lookalike {
  /** The form letter of another company's results. */
  OTHER_COMPANY {
    @Override
    Draft of(Draft draft, Random random) {
      String other = draft.phrases().any("names", random);
      List<String> old = List.of(draft.company().split(" "));
      return draft.refigured(1, random).words(word -> old.contains(word) ? other : word);
    }
  },
  /** The daily report, a day later: some figures stay. */
  NEXT_DAY {
    @Override
    Draft of(Draft draft, Random random) {
      return draft.refigured(0.7, random).reworded(0.02, random);
    }
  },
  /** The follow-up that quotes two paragraphs of it. */
  FOLLOW_UP {
    @Override
    Draft of(Draft draft, Random random) {
      List<List<List<String>>> all = new ArrayList<>(news(draft, random).paragraphs());
      all.add(1, draft.paragraphs().get(0));
      all.add(2, draft.paragraphs().get(1));
      return draft.with(all);
    }
  },
  /** Other words on the same event, with its figures. */
  SAME_EVENT {
    @Override
    Draft of(Draft draft, Random random) {
      List<String> figures =
          draft.paragraphs().stream()
              .flatMap(List::stream)
              .flatMap(List::stream)
              .filter(Draft::isFigure)
              .toList();
      return news(draft, random)
          .words(
              word ->
                  Draft.isFigure(word) && !figures.isEmpty()
                      ? figures.get(random.nextInt(figures.size()))
                      : word);
    }
  },
  /** Another article on the company, above the same lines about it. */
  SAME_ABOUT {
    @Override
    Draft of(Draft draft, Random random) {
      List<List<List<String>>> all = new ArrayList<>(news(draft, random).paragraphs());
      all.add(draft.paragraphs().get(draft.paragraphs().size() - 1));
      return draft.with(all);
    }
  };

  abstract Draft of(Draft draft, Random random);

  private static Draft news(Draft draft, Random random) {
    return new DraftWriter(draft.phrases(), random).draft(draft.company(), 4 + random.nextInt(4));
  }
}
