package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out on whose word an amount may stand, and what speaks for each. */
final class SpeakerOptions {
  private static final int MOST = 14;
  private static final int FARTHEST_WORD = 8;
  private static final List<Cue> SPEECH = List.of(Cue.SAY, Cue.ACCORDING, Cue.ESTIMATE);

  private final Story story;

  SpeakerOptions(Story story) {
    this.story = story;
  }

  /** Whose word it may be. */
  List<Judge.Option> of(int index, Amount amount) {
    Passage passage = story.passage(index);
    List<Party> here = story.parties(index).stream().filter(Party::canSpeak).toList();
    Draft last = story.last();
    Names names = new Names().addAll(Appearance.nearestFirst(passage, amount, here));
    names.add(last == null ? null : last.claimant());
    if (index > 0 && !passage.inTitle() && !story.passage(index - 1).inTitle()) {
      names.addAll(story.parties(index - 1).stream().filter(Party::canSpeak).toList());
    }
    names.add(last == null ? null : last.company()).add(story.protagonist());
    String hunch = Hunch.speaker(passage, amount, here);
    Reports.Match match = story.reported(amount);
    List<Judge.Option> options = new ArrayList<>();
    options.add(
        new Judge.Option(null, noSpeaker(index, amount, here).add("nobodyHunch", hunch == null)));
    for (String name : names) {
      if (options.size() < MOST) {
        Features features = speaker(index, amount, here, name);
        features.key("reportedBy", match.isBy(name)).key("hunch", name.equals(hunch));
        options.add(new Judge.Option(name, features));
      }
    }
    return options;
  }

  private Features noSpeaker(int index, Amount amount, List<Party> here) {
    Features features = new Features().add("nobody").add("nobody" + Math.min(3, here.size()));
    speech(story.passage(index), amount, "nobody", features);
    boolean person = here.stream().anyMatch(party -> party.role() == Party.Role.PERSON);
    features.add("nobodyPerson", person);
    Draft last = story.last();
    features.add("nobodyBefore" + (last != null && last.claimant() != null));
    features.add("nobodyTitle", story.passage(index).inTitle());
    continued(index, last, "nobody", features);
    return features;
  }

  private Features speaker(int index, Amount amount, List<Party> here, String name) {
    Passage passage = story.passage(index);
    Features features = new Features().add("some");
    boolean named = false;
    for (Party party : Appearance.nearestFirst(passage, amount, here)) {
      if (party.name().equals(name) && !named) {
        named = true;
        String role = party.role() == Party.Role.PERSON ? "P" : "O";
        Appearance.describe(passage, amount, party, here, role, features);
        boolean ofNamed =
            here.stream().anyMatch(o -> !o.equals(party) && o.name().equals(party.company()));
        features.key(role + "beside", ofNamed);
        boolean hasSpeaker =
            party.role() == Party.Role.ORGANISATION
                && here.stream()
                    .anyMatch(o -> o.role() == Party.Role.PERSON && name.equals(o.company()));
        features.add(role + "hasSpeaker", hasSpeaker);
        features.key(role + "of" + Math.min(3, here.size()));
      }
    }
    Draft last = story.last();
    boolean before = last != null && name.equals(last.claimant());
    if (before) {
      String when = here.isEmpty() ? "alone" : "with" + Math.min(2, here.size());
      features.add("spoke").key("spoke" + when + named);
      continued(index, last, "spoke" + named, features);
    }
    double tells = story.cast().tells(name);
    features.key("tells" + Cast.step(tells)).key("tells" + Cast.step(tells) + named);
    features.add("tellsRank" + Math.min(3, story.cast().tellerRank(name)) + named);
    story.profiles().describe(name, named ? "here" : "there", features);
    if (!named) {
      String where = before ? "absentSpoke" : "absent";
      features.key(where).key(where + here.isEmpty());
      speech(passage, amount, where, features);
      String described = Anaphor.in(passage, amount);
      boolean company = last != null && name.equals(last.company());
      features.add(where + described + company + here.isEmpty());
      features.key(where + "protagonist", name.equals(story.protagonist()));
      if (index > 0 && !passage.inTitle()) {
        previous(index - 1, name, where, features);
      }
    }
    features.key("quote", passage.reading().norm(0).equals("\""));
    for (Cue cue : SPEECH) {
      features.key("has" + cue, passage.has(cue));
    }
    return features;
  }

  /** How the name stands in the sentence before: it may go on speaking here. */
  private void previous(int index, String name, String where, Features features) {
    Passage passage = story.passage(index);
    for (Party party : story.parties(index)) {
      if (party.name().equals(name)) {
        String role = party.role() == Party.Role.PERSON ? "P" : "O";
        features.key(where + "prev" + role);
        for (Cue cue : SPEECH) {
          for (Mark mark : passage.cues(cue)) {
            int gap =
                passage.gap(party.span().getStart(), party.span().getEnd(), mark.from(), mark.to());
            features.add(where + "prev" + role + cue, gap <= FARTHEST_WORD);
          }
        }
        return;
      }
    }
  }

  private void continued(int index, @Nullable Draft last, String prefix, Features features) {
    if (last != null) {
      Passage passage = story.passage(index);
      String when = story.since(last, index);
      features.add(prefix + when);
      boolean speech = SPEECH.stream().anyMatch(passage::has);
      boolean quoted = passage.reading().norm(0).equals("\"");
      features.add(prefix + when + speech + quoted);
    }
  }

  private static void speech(Passage passage, Amount amount, String prefix, Features features) {
    boolean any = false;
    for (Cue cue : SPEECH) {
      for (Mark mark : passage.cues(cue)) {
        any = true;
        int clauses = Distance.clauses(passage, amount, mark.from());
        features.add(prefix + cue + clauses);
        features.add(
            prefix + cue + "by", Distance.step(passage, amount, mark.from(), mark.to()) <= 6);
      }
    }
    features.add(prefix + "speechless", !any);
    features.add(prefix + "quote", passage.reading().norm(0).equals("\""));
  }
}
