package dev.windowshop.client.media.process;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Call;

/// A program in which Ben, who has sound devices, hears Anna, who is a tone. It prints what Ben
/// sends and goes on until it is killed.
final class SoundApplication {
  private SoundApplication() {}

  public static void main(String[] arguments) throws InterruptedException {
    Seat anna =
        new Seat(
            "anna",
            new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.TONE)),
            LocalSources.demo(7),
            Call.Media.AUDIO);
    Seat ben =
        new Seat(
            "ben",
            new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.DEVICES)),
            LocalSources.devices(9),
            Call.Media.AUDIO);
    Seat.call(anna, ben);
    System.out.println(ben.await(MediaEvent.LocalMedia.class).sound());
    ben.await(
        MediaEvent.Levels.class,
        levels -> levels.levels().stream().anyMatch(one -> one.peer() != null && one.speaking()));
    System.out.println("heard");
    Thread.currentThread().join();
  }
}
