package dev.windowshop.client.media.process;

import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;

/// A program that starts a media process, prints its id, and waits to be killed.
final class LonelyApplication {
  private LonelyApplication() {}

  public static void main(String[] arguments) throws InterruptedException {
    ChildMediaEngine engine =
        new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.LISTENING));
    engine.onEvent(event -> {
      if (event instanceof MediaEvent.Ready ready) {
        System.out.println(ready.pid());
      }
    });
    engine.send(new MediaCommand.ListDevices());
    Thread.currentThread().join();
  }
}
