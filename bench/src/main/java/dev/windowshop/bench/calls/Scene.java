package dev.windowshop.bench.calls;

/// A call to be measured.
///
/// @param people in it, the real one counted
/// @param bare whether the real one is the bare library in one process
record Scene(
    boolean bare, int people, int width, int height, int framesPerSecond, int warmUp, int seconds) {
  String words() {
    return people + " people, " + width + "×" + height + " at " + framesPerSecond;
  }

  Scene asBare(boolean bare) {
    return new Scene(bare, people, width, height, framesPerSecond, warmUp, seconds);
  }
}
