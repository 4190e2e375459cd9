package costwire.extract.claim;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;

/** A name in no catalogue, and what the article's words around it say it is. */
final class Candidate {
  /** Where a name stands. */
  record Place(Passage passage, Span span) {}

  /** Evidence of its kind, and of its weight in the article, that it takes to be believed. */
  private static final double LEAST = 2.5;

  private static final double LEAST_OF_KIND = 0.8;

  private String name;
  private final List<Place> places = new ArrayList<>();
  private double salience;
  private double organisation;
  private double person;
  private double model;
  private boolean outlet;

  Candidate(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void name(String better) {
    name = better;
  }

  List<Place> places() {
    return places;
  }

  void add(Place place) {
    places.add(place);
  }

  void salience(double evidence) {
    salience += evidence;
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

  /** It stands where agencies sign. */
  void outlet() {
    outlet = true;
  }

  boolean isOutlet() {
    return outlet;
  }

  /** Takes over the places and the evidence of a shorter form of the same name. */
  void absorb(Candidate shorter) {
    places.addAll(shorter.places);
    salience += shorter.salience;
    organisation += shorter.organisation;
    person += shorter.person;
    model += shorter.model;
    outlet |= shorter.outlet;
  }

  boolean isOrganisation() {
    return isBelieved(organisation) && organisation >= Math.max(person, model);
  }

  boolean isPerson() {
    return isBelieved(person) && person > organisation && person >= model;
  }

  boolean isModel() {
    return isBelieved(model) && model > Math.max(organisation, person);
  }

  /** A single word that only ever opens sentences has its capital from there. */
  private boolean mayBeNoName() {
    return places.size() < 3
        && places.stream()
            .allMatch(
                place ->
                    place.span().getStart() == 0
                        && place.span().length() == 1
                        && !"quoted".equals(place.span().getType()));
  }

  /** Whom an article is about it names in its headline, and again and again. */
  private boolean isBelieved(double ofKind) {
    double repeated = 0.6 * Math.min(3, places.size() - 1);
    return !mayBeNoName() && ofKind >= LEAST_OF_KIND && ofKind + salience + repeated >= LEAST;
  }
}
