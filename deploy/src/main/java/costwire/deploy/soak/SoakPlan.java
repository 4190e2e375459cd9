package costwire.deploy.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is rehearsed; the same plan makes the same web.
 *
 * @param hosts how many hosts, each with its habit
 * @param feeds how many feeds, spread evenly over the hosts
 * @param lasting how long the web goes on changing
 * @param interval time between two polls of a healthy feed
 * @param seed of all chance
 */
record SoakPlan(int hosts, int feeds, Duration lasting, Duration interval, long seed) {
  private static final int MOST_ARTICLES = 6;

  SoakPlan {
    if (hosts < 1 || feeds < hosts || lasting.compareTo(Duration.ofSeconds(10)) < 0) {
      throw new IllegalArgumentException(
          "a rehearsal needs a host, a feed for each host, and ten seconds");
    }
  }

  /** The hosts, in order of their names, all on one port. */
  List<SimulatedHost> web(int port) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<SimulatedHost> web = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < hosts; i++) {
      Habit habit = Habit.drawn(chance);
      List<SimulatedFeed> its = new ArrayList<>();
      for (int j = i; j < feeds; j += hosts) {
        SimulatedFeed feed = feed(its.size(), habit, chance, number);
        number += feed.articles().size();
        its.add(feed);
      }
      web.add(new SimulatedHost("host-" + i + ".example:" + port, habit, its));
    }
    return web;
  }

  private SimulatedFeed feed(int index, Habit habit, SplittableRandom chance, int number) {
    int size = 1 + chance.nextInt(MOST_ARTICLES);
    List<SimulatedArticle> articles = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      // The first stays: a feed that is empty all of a sudden is taken for an accident.
      boolean early = i == 0 || chance.nextInt(3) == 0;
      Duration appears = early ? Duration.ZERO : within(chance, 0.0, 0.8);
      boolean forbidden =
          habit == Habit.CLOSED || (habit == Habit.PARTLY_CLOSED && chance.nextBoolean());
      String folder = forbidden ? "/private/" : "/news/";
      articles.add(
          new SimulatedArticle(
              folder + (number + i) + ".html",
              number + i,
              appears,
              sometimes(5, chance, appears),
              i == 0 ? null : sometimes(12, chance, appears),
              forbidden));
    }
    articles.sort(Comparator.comparing(SimulatedArticle::appears));
    Duration moves = chance.nextInt(20) == 0 ? within(chance, 0.1, 0.5) : null;
    Duration ends = moves == null && chance.nextInt(30) == 0 ? within(chance, 0.3, 0.7) : null;
    return new SimulatedFeed("/feed-" + index + ".xml", articles, moves, ends);
  }

  private @Nullable Duration sometimes(int oneIn, SplittableRandom chance, Duration after) {
    Duration later = within(chance, 0.3, 0.9);
    return chance.nextInt(oneIn) == 0 && later.compareTo(after.plus(interval)) > 0 ? later : null;
  }

  private Duration within(SplittableRandom chance, double from, double to) {
    return Duration.ofMillis((long) (lasting.toMillis() * chance.nextDouble(from, to)));
  }
}
