package dev.windowshop.client.media.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Call;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MediaProcessIT {
  private static final int ANNA = 7;
  private static final int BEN = 9;

  private final List<Seat> seats = new ArrayList<>();

  private Seat seat(String user, int stamp, MediaProcessConfig config) {
    return seat(user, stamp, config, Call.Media.VIDEO);
  }

  private Seat seat(String user, int stamp, MediaProcessConfig config, Call.Media media) {
    LocalSources sources =
        config.sound() == SoundAccess.TONE ? LocalSources.demo(stamp) : LocalSources.devices(stamp);
    Seat seat = new Seat(user, new ChildMediaEngine(config), sources, media);
    seats.add(seat);
    return seat;
  }

  private static MediaProcessConfig config(SoundAccess sound) {
    return new MediaProcessConfig(
        sound, Duration.ofSeconds(10), Duration.ofSeconds(1), false, Map.of());
  }

  @AfterEach
  void closeSeats() {
    seats.forEach(Seat::close);
  }

  @Test
  void bothSeeTheOthersMovingPictureAndOneHearsTheOthersTone() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE));
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING));
    Seat.call(anna, ben);

    anna.awaitOwnPictures(ANNA, 5);
    anna.awaitTheirPictures(BEN, 20);
    ben.awaitTheirPictures(ANNA, 20);
    MediaEvent.Levels heard =
        ben.await(
            MediaEvent.Levels.class,
            levels ->
                levels.levels().stream()
                    .anyMatch(one -> one.peer() != null && one.level() > 0.3 && one.speaking()));
    assertEquals(Seat.CALL, heard.callId());
    MediaEvent.Stats stats =
        ben.await(MediaEvent.Stats.class, one -> one.framesPerSecond() > 5 && one.sentKbps() > 0);
    assertFalse(stats.relayed());
  }

  @Test
  void muteAndCameraReachTheOtherSide() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE));
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING));
    Seat.call(anna, ben);
    ben.await(MediaEvent.PeerMedia.class, one -> !one.muted() && one.cameraOn());

    anna.engine.send(new MediaCommand.SetMuted(Seat.CALL, true));
    ben.await(MediaEvent.PeerMedia.class, MediaEvent.PeerMedia::muted);
    anna.engine.send(new MediaCommand.SetCamera(Seat.CALL, false));
    ben.await(MediaEvent.PeerMedia.class, one -> !one.cameraOn());
    anna.engine.send(new MediaCommand.SetCamera(Seat.CALL, true));
    ben.awaitTheirPictures(ANNA, 10);
  }

  @Test
  void camerasComeOnInAnAudioCallEvenBothAtOnce() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE), Call.Media.AUDIO);
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING), Call.Media.AUDIO);
    Seat.call(anna, ben);
    anna.awaitConnected();
    ben.awaitConnected();

    anna.engine.send(new MediaCommand.SetCamera(Seat.CALL, true));
    ben.engine.send(new MediaCommand.SetCamera(Seat.CALL, true));
    anna.awaitTheirPictures(BEN, 5);
    ben.awaitTheirPictures(ANNA, 5);
  }

  @Test
  void theCallGoesOnThroughASmallerPictureAndNewPaths() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE));
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING));
    Seat.call(anna, ben);
    ben.awaitTheirPictures(ANNA, 5);

    anna.engine.send(new MediaCommand.SetVideoSize(Seat.CALL, 320, 180, 15));
    ben.awaitTheirWidthAtMost(320);
    ben.forgetEvents();
    anna.engine.send(new MediaCommand.RestartIce(Seat.CALL, anna.otherKey()));
    ben.engine.send(new MediaCommand.RestartIce(Seat.CALL, ben.otherKey()));
    ben.await(MediaEvent.LocalDescription.class);
    ben.awaitTheirPictures(ANNA, 20);
    anna.awaitTheirPictures(BEN, 20);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKilledProcessComesBackAndTheCallHeals() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE));
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING));
    Seat.call(anna, ben);
    MediaEvent.Ready ready = ben.await(MediaEvent.Ready.class);
    ben.awaitTheirPictures(ANNA, 5);

    anna.lookAway();
    ben.lookAway();
    signal("KILL", ready.pid());
    assertTrue(ben.await(MediaEvent.Died.class).willRestart());
    assertTrue(ben.await(MediaEvent.Restarted.class).generation() > ready.generation());
    anna.awaitTheirPictures(BEN, 10);
    ben.awaitTheirPictures(ANNA, 10);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aHangingProcessIsReplaced() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE));
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING));
    Seat.call(anna, ben);
    MediaEvent.Ready ready = anna.await(MediaEvent.Ready.class);
    ben.awaitTheirPictures(ANNA, 5);

    ben.lookAway();
    signal("STOP", ready.pid());
    anna.await(MediaEvent.Died.class);
    assertNotEquals(ready.pid(), anna.await(MediaEvent.Ready.class).pid());
    ben.awaitTheirPictures(ANNA, 10);
    assertGone(ready.pid());
  }

  @Test
  void nothingIsLeftAfterClosing() throws Exception {
    Seat anna = seat("anna", ANNA, config(SoundAccess.TONE));
    Seat ben = seat("ben", BEN, config(SoundAccess.LISTENING));
    Seat.call(anna, ben);
    long annas = anna.await(MediaEvent.Ready.class).pid();
    long bens = ben.await(MediaEvent.Ready.class).pid();
    ben.awaitTheirPictures(ANNA, 5);

    anna.close();
    ben.close();
    assertGone(annas);
    assertGone(bens);
    assertEquals(List.of(), ownFolders());
  }

  @Test
  void theProcessEndsWhenItIsNotNeededAndStartsAgain() throws Exception {
    Seat anna =
        seat(
            "anna",
            ANNA,
            new MediaProcessConfig(
                SoundAccess.LISTENING,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                false,
                Map.of()));
    anna.engine.send(new MediaCommand.ListDevices());
    long first = anna.await(MediaEvent.Ready.class).pid();
    anna.await(MediaEvent.Devices.class);
    assertGone(first);
    anna.engine.send(new MediaCommand.ListDevices());
    assertNotEquals(first, anna.await(MediaEvent.Ready.class).pid());
  }

  @Test
  void theLinkWorksOverTcpToo() throws Exception {
    Seat anna =
        seat(
            "anna",
            ANNA,
            new MediaProcessConfig(
                SoundAccess.LISTENING,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                true,
                Map.of()));
    anna.engine.send(new MediaCommand.ListDevices());
    anna.await(MediaEvent.Devices.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theProcessDoesNotOutliveAKilledApplication() throws Exception {
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LonelyApplication.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = application.inputReader()) {
      long child = Long.parseLong(out.readLine().strip());
      assertTrue(ProcessHandle.of(child).isPresent());
      application.destroyForcibly();
      assertGone(child);
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor());
  }

  private static void assertGone(long pid) throws Exception {
    var process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private static List<String> ownFolders() throws IOException {
    List<String> found = new ArrayList<>();
    String mine = "windowshop-media-" + ProcessHandle.current().pid() + "-*";
    for (Path root : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
      if (Files.isDirectory(root)) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, mine)) {
          folders.forEach(folder -> found.add(folder.toString()));
        }
      }
    }
    return found;
  }
}
