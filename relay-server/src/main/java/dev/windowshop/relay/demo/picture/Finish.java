package dev.windowshop.relay.demo.picture;

/// How a surface answers light.
///
/// @param shine strength of the highlight, 0 to 1
/// @param tight how often the highlight's cosine is squared: 3 broad, 6 small
/// @param window strength of the studio window's reflection, 0 to 1
/// @param metal mirrors the studio instead of scattering light
record Finish(double shine, int tight, double window, boolean metal) {
  static final Finish MATTE = new Finish(0.06, 3, 0, false);
  static final Finish SATIN = new Finish(0.22, 4, 0, false);
  static final Finish GLOSS = new Finish(0.38, 5, 0.55, false);
  static final Finish METAL = new Finish(0.35, 5, 0, true);
}
