package dev.windowshop.client.media.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.engine.Tone;
import dev.windowshop.protocol.Call;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real sound through a PulseAudio server of the test's own, whose speaker is a null sink.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundIT {
  private static final int RATE = 48_000;
  private static final int HALF_A_SECOND = RATE / 2;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  private final List<Seat> seats = new ArrayList<>();

  @BeforeEach
  void needsPulseAudio() {
    assumeTrue(
        installed("pulseaudio") && installed("parec") && installed("pactl"),
        "PulseAudio is not installed");
  }

  private Process startServer() throws Exception {
    Files.deleteIfExists(socket());
    Process server =
        start(
            ProcessBuilder.Redirect.DISCARD,
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "-L",
            "module-native-protocol-unix auth-anonymous=1 socket=" + socket(),
            "-L",
            "module-null-sink sink_name=speaker sink_properties=device.description=Loudspeaker",
            "-L",
            "module-null-sink sink_name=room",
            "-L",
            "module-remap-source master=room.monitor source_name=microphone"
                + " source_properties=device.description=Microphone");
    while (server.isAlive() && !Files.exists(socket())) {
      Thread.onSpinWait();
    }
    assumeTrue(server.isAlive(), "PulseAudio does not run here");
    return server;
  }

  @AfterEach
  void stopAll() throws Exception {
    seats.forEach(Seat::close);
    for (Process process : started.reversed()) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void theMicrophoneIsMeasuredBeforeACallAndACallFollowsItsDevices() throws Exception {
    startServer();
    Process noise =
        start(
            ProcessBuilder.Redirect.DISCARD,
            "sh",
            "-c",
            "exec pacat --device=room --format=s16le --rate=48000 --channels=1 < /dev/urandom");
    Seat ben = ben();
    ben.engine.send(
        new MediaCommand.OpenCall(
            "mirror", Call.Media.AUDIO, List.of(), false, false, false, LocalSources.devices(9)));
    ben.engine.send(new MediaCommand.SetMeter("mirror", true));
    ben.await(
        MediaEvent.Levels.class,
        levels -> levels.levels().stream().anyMatch(MediaEvent.Level::speaking));
    ben.engine.send(new MediaCommand.CloseCall("mirror"));
    noise.destroyForcibly();

    String second =
        load("module-null-sink", "sink_name=headset", "sink_properties=device.description=Headset");
    String secondMicrophone =
        load(
            "module-remap-source",
            "master=headset.monitor",
            "source_name=headsetmic",
            "source_properties=device.description=HeadsetMicrophone");
    pactl("set-default-sink", "headset");
    pactl("set-default-source", "headsetmic");
    Seat.call(anna(), ben);
    MediaEvent.LocalMedia sent =
        ben.await(MediaEvent.LocalMedia.class, one -> one.callId().equals(Seat.CALL));
    assertEquals(LocalSources.Sound.MICROPHONE, sent.sound());
    awaitHeard(ben);
    assertTrue(shareAt("headset.monitor") > 0.8);

    pactl("unload-module", secondMicrophone);
    pactl("unload-module", second);
    awaitSwitched(
        ben, MediaEvent.DeviceKind.MICROPHONE, "default: HeadsetMicrophone", "default: Microphone");
    awaitSwitched(ben, MediaEvent.DeviceKind.SPEAKER, "default: Headset", "default: Loudspeaker");
    assertTrue(shareAt("speaker.monitor") > 0.8);
  }

  @Test
  void aCallGoesOnWithoutASoundServerAndTakesItsSoundUpWheneverThereIsOne() throws Exception {
    Seat anna = anna();
    Seat ben = ben();
    Seat.call(anna, ben);
    assertFalse(ben.await(MediaEvent.SoundServer.class).answers());
    awaitHeard(ben);

    Process server = startServer();
    awaitSound(ben);
    assertTrue(shareAt("speaker.monitor") > 0.8);

    server.destroyForcibly().waitFor();
    assertFalse(ben.await(MediaEvent.SoundServer.class).answers());
    // The connection stands.
    anna.forgetEvents();
    anna.await(MediaEvent.Stats.class, stats -> stats.sentKbps() > 0);
    server = startServer();
    awaitSound(ben);

    // One that is replaced so quickly that nobody can miss it.
    server.destroyForcibly().waitFor();
    startServer();
    awaitSound(ben);
    assertTrue(shareAt("speaker.monitor") > 0.8);
  }

  private static void awaitSound(Seat ben) throws InterruptedException {
    ben.await(MediaEvent.Restarted.class);
    assertTrue(ben.await(MediaEvent.SoundServer.class).answers());
    awaitHeard(ben);
  }

  private Seat anna() {
    return seat(
        new Seat(
            "anna",
            new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.TONE)),
            LocalSources.demo(7),
            Call.Media.AUDIO));
  }

  private Seat ben() {
    return seat(
        new Seat(
            "ben",
            new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.DEVICES, environment())),
            LocalSources.devices(9),
            Call.Media.AUDIO));
  }

  private Seat seat(Seat seat) {
    seats.add(seat);
    return seat;
  }

  private static void awaitHeard(Seat ben) throws InterruptedException {
    ben.await(
        MediaEvent.Levels.class,
        levels -> levels.levels().stream().anyMatch(one -> one.peer() != null && one.speaking()));
  }

  private static void awaitSwitched(Seat ben, MediaEvent.DeviceKind kind, String from, String to)
      throws InterruptedException {
    MediaEvent.DeviceSwitched switched =
        ben.await(MediaEvent.DeviceSwitched.class, one -> one.kind() == kind);
    assertEquals(from, switched.from());
    assertEquals(to, switched.to());
  }

  private String load(String... module) throws Exception {
    List<String> command = new ArrayList<>(List.of("load-module"));
    command.addAll(List.of(module));
    return pactl(command.toArray(String[]::new));
  }

  private String pactl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("pactl"));
    command.addAll(List.of(arguments));
    Process process = start(ProcessBuilder.Redirect.PIPE, command.toArray(String[]::new));
    String said = new String(process.getInputStream().readAllBytes()).strip();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return said;
  }

  /// How much of what is played there is Anna's tone.
  private double shareAt(String monitor) throws IOException {
    Process speaker =
        start(
            ProcessBuilder.Redirect.PIPE,
            "parec",
            "--device=" + monitor,
            "--format=s16le",
            "--channels=1",
            "--rate=" + RATE);
    double share = 0;
    for (int i = 0; i < 40 && share < 0.8; i++) {
      share = shareOf(Tone.hertz(7), record(speaker.getInputStream(), HALF_A_SECOND));
    }
    return share;
  }

  private static short[] record(InputStream in, int samples) throws IOException {
    short[] recorded = new short[samples];
    ByteBuffer.wrap(in.readNBytes(2 * samples))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(recorded);
    return recorded;
  }

  /// How much of the sound's energy is at that frequency; the tone swells, so not quite all.
  private static double shareOf(double frequency, short[] samples) {
    double energy = 0;
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < samples.length; i++) {
      double angle = 2 * Math.PI * frequency * i / RATE;
      energy += (double) samples[i] * samples[i];
      cosine += samples[i] * Math.cos(angle);
      sine += samples[i] * Math.sin(angle);
    }
    return energy == 0 ? 0 : (cosine * cosine + sine * sine) * 2 / samples.length / energy;
  }

  private Process start(ProcessBuilder.Redirect output, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Map<String, String> environment() {
    return Map.of(
        "PULSE_SERVER",
        "unix:" + socket(),
        "PULSE_RUNTIME_PATH",
        folder.toString(),
        "HOME",
        folder.toString());
  }

  private Path socket() {
    return folder.resolve("pulse.sock");
  }

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
