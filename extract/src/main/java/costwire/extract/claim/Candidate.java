package costwire.extract.claim;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;

/** A name in no catalogue, and what the article's words around it say it is. */
final class Candidate {
  /** Where a name stands. */
  record Place(Passage passage, Span span) {}

  private final String name;
  private final List<Place> places = new ArrayList<>();
  private double organisation;
  private double person;
  private double model;

  Candidate(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<Place> places() {
    return places;
  }

  void add(Place place) {
    places.add(place);
  }

  void organisation(double evidence) {
    organisation += evidence;
  }

  void person(double evidence) {
    person += evidence;
  }

  void model(double evidence) {
    model += evidence;
  }

  /** Weighs a repeated name more: whom an article is about it names again. */
  private double repeated() {
    return 0.6 * Math.min(3, places.size() - 1);
  }

  boolean isOrganisation() {
    return organisation + repeated() >= LEAST && organisation >= Math.max(person, model);
  }

  boolean isPerson() {
    return !isOrganisation() && person >= LEAST && person >= model;
  }

  boolean isModel() {
    return !isOrganisation() && !isPerson() && model + repeated() / 2 >= LEAST;
  }

  private static final double LEAST = 2.5;
}
