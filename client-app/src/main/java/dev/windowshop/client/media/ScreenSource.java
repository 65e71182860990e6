package dev.windowshop.client.media;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What can be shared beside the camera.
///
/// @param id of the system's
public record ScreenSource(Kind kind, long id, String title) {
  public enum Kind {
    @JsonProperty("screen")
    SCREEN,
    @JsonProperty("window")
    WINDOW,
    /// A drawn, moving scene, stamped with `id`: for people who are programs.
    @JsonProperty("drawing")
    DRAWING
  }
}
