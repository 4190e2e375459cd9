package costwire.ingest.duplicate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Compares the articles of a band. Who is compared with whom is a function of who is there: each
 * with its nearest neighbours in the order of their dates. Who comes between two neighbours parts
 * them, who leaves brings others together; only such differences are told.
 */
public final class MeetInBands implements ProcessorSupplier<Long, Posting, String, Meeting> {
  static final String STORE = "band-members";

  /** Most time between the dates of two copies. */
  static final Duration WINDOW = Duration.ofDays(14);

  /** Neighbours on each side: a band that a template crowds must not cost the square of it. */
  static final int NEIGHBOURS = 32;

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray()));
  }

  @Override
  public Processor<Long, Posting, String, Meeting> get() {
    return new Host();
  }

  @SuppressWarnings("NullAway.Init") // the store is there before the first record
  private static final class Host extends ContextualProcessor<Long, Posting, String, Meeting> {
    private KeyValueStore<Bytes, byte[]> store;

    @Override
    public void init(ProcessorContext<String, Meeting> context) {
      super.init(context);
      store = context.getStateStore(STORE);
      Ageing.of(store, Member::readAt).in(context);
    }

    @Override
    public void process(Record<Long, Posting> record) {
      Posting posting = record.value();
      Bytes key = Member.key(record.key(), posting.at(), posting.articleId());
      byte[] known = store.get(key);
      if (known != null) {
        store.delete(key);
        tell(Member.of(key, known), posting.band(), false, record.timestamp());
      }
      if (posting.sketch() != null) {
        byte[] value = Member.value(record.timestamp(), posting.sketch());
        tell(Member.of(key, value), posting.band(), true, record.timestamp());
        store.put(key, value);
      }
    }

    /** What changes as one comes or goes; it is not in the store. */
    private void tell(Member one, int band, boolean comes, long time) {
      List<Member> before = before(one);
      List<Member> after = after(one);
      before.forEach(other -> tell(other, one, band, comes, time));
      after.forEach(other -> tell(one, other, band, comes, time));
      for (int i = Math.max(0, NEIGHBOURS - after.size()); i < before.size(); i++) {
        tell(before.get(i), after.get(NEIGHBOURS - 1 - i), band, !comes, time);
      }
    }

    private void tell(Member earlier, Member later, int band, boolean stands, long time) {
      if (later.at() - earlier.at() > WINDOW.toMillis() || !earlier.isToldOf(later, band)) {
        return;
      }
      Likeness likeness = Likeness.of(earlier.sketch(), later.sketch());
      if (likeness.isCopy()) {
        double similarity = Math.round(100 * likeness.resemblance()) / 100.0;
        Meeting meeting = new Meeting(earlier.articleId(), earlier.at(), band, similarity, stands);
        context().forward(new Record<>(later.articleId(), meeting, time));
      }
    }

    private List<Member> before(Member one) {
      Bytes from = Member.key(one.band(), one.at() - WINDOW.toMillis(), "");
      Bytes to = Member.key(one.band(), one.at(), one.articleId());
      return nearest(store.reverseRange(from, to));
    }

    private List<Member> after(Member one) {
      Bytes from = Member.key(one.band(), one.at(), one.articleId());
      Bytes to = Member.after(one.band(), one.at() + WINDOW.toMillis());
      return nearest(store.range(from, to));
    }

    private static List<Member> nearest(KeyValueIterator<Bytes, byte[]> members) {
      List<Member> nearest = new ArrayList<>();
      try (members) {
        while (members.hasNext() && nearest.size() < NEIGHBOURS) {
          var entry = members.next();
          nearest.add(Member.of(entry.key, entry.value));
        }
      }
      return nearest;
    }
  }
}
