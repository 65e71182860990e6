package dev.windowshop.client.media.process;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Call;
import java.util.List;

/// A program in which Ben, who has sound devices, hears Anna, who is a tone. It prints what Ben
/// sends, then what becomes of his devices, and goes on until it is killed. With `alone` he looks
/// in the mirror first, and it prints when his microphone was loud there.
final class SoundApplication {
  private SoundApplication() {}

  public static void main(String[] arguments) throws InterruptedException {
    Seat ben =
        new Seat(
            "ben",
            new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.DEVICES)),
            LocalSources.devices(9),
            Call.Media.AUDIO);
    if (arguments.length > 0) {
      ben.engine.send(
          new MediaCommand.OpenCall(
              "mirror", Call.Media.AUDIO, List.of(), false, false, false, LocalSources.devices(9)));
      ben.engine.send(new MediaCommand.SetMeter("mirror", true));
      ben.await(
          MediaEvent.Levels.class,
          levels -> levels.levels().stream().anyMatch(MediaEvent.Level::speaking));
      System.out.println("loud");
      ben.engine.send(new MediaCommand.CloseCall("mirror"));
    }
    Seat anna =
        new Seat(
            "anna",
            new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.TONE)),
            LocalSources.demo(7),
            Call.Media.AUDIO);
    Seat.call(anna, ben);
    System.out.println(ben.await(MediaEvent.LocalMedia.class).sound());
    ben.await(
        MediaEvent.Levels.class,
        levels -> levels.levels().stream().anyMatch(one -> one.peer() != null && one.speaking()));
    System.out.println("heard");
    ben.engine.onEvent(event -> {
      if (event instanceof MediaEvent.DeviceSwitched switched) {
        System.out.println(switched.kind() + ": " + switched.from() + " -> " + switched.to());
      } else if (event instanceof MediaEvent.Died died) {
        System.out.println("died: " + died.reason());
      }
    });
    Thread.currentThread().join();
  }
}
