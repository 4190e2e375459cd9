package costwire.deploy.rehearse;

/** How a simulated receiver treats what is posted to it. */
enum Conduct {
  /** Takes everything at once. */
  WELL,
  /** Takes everything, after a while. */
  SLOW,
  /** Answers 503 to three posts of ten. */
  FAILING,
  /** Lets one post of five wait for an answer for ever. */
  HANGING,
  /** Answers 429 with a time to stay away to three posts of ten. */
  LIMITING,
  /** Takes three bodies of ten and cuts the connection without an answer. */
  CUTTING,
  /** Cannot be reached for three days, then takes everything. */
  AWAY,
  /** Answers 410 after some posts. */
  GONE,
  /** Points elsewhere, always. */
  MOVED,
  /** Answers 500, always. */
  BROKEN,
  /** Never answers. */
  SILENT;

  /** Of six, three are well: who suffers from the others must be seen. */
  static Conduct of(int number) {
    Conduct[] all = values();
    return number % 2 == 0 ? WELL : all[1 + number / 2 % (all.length - 1)];
  }

  /** Whether nothing may keep it from being told at once. */
  boolean isWell() {
    return this == WELL;
  }

  /** Whether it may be told no more after a while. */
  boolean isLost() {
    return this == GONE || this == MOVED || this == BROKEN || this == SILENT;
  }
}
