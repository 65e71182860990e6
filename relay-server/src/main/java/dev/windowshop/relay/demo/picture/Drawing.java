package dev.windowshop.relay.demo.picture;

/// Draws one product in the 1000 by 1000 space of a sketch, its feet near y = 830.
@FunctionalInterface
interface Drawing {
  void draw(Sketch s);
}
