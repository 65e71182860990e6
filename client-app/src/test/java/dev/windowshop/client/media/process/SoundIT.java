package dev.windowshop.client.media.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.media.engine.Tone;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real sound through a PulseAudio server of the test's own, whose speaker is a null sink.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundIT {
  private static final int RATE = 48_000;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void startServer() throws Exception {
    assumeTrue(installed("pulseaudio") && installed("parec"), "PulseAudio is not installed");
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
  }

  @AfterEach
  void stopAll() throws Exception {
    for (Process process : started.reversed()) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void theOthersToneComesOutOfTheSpeakerAndThereIsAMicrophone() throws Exception {
    Process application = application();
    try (var out = application.inputReader()) {
      assertEquals("MICROPHONE", out.readLine());
      assertEquals("heard", out.readLine());
      double share = shareAt("speaker.monitor");
      assertTrue(share > 0.8, "the tone had a share of " + share);
    }
  }

  @Test
  void anUnpluggedDeviceIsFollowedByAnotherAndByNone() throws Exception {
    assumeTrue(installed("pactl"), "pactl is not installed");
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
    Process application = application();
    try (var out = application.inputReader()) {
      assertEquals("MICROPHONE", out.readLine());
      assertEquals("heard", out.readLine());
      assertTrue(shareAt("headset.monitor") > 0.8);

      pactl("unload-module", secondMicrophone);
      pactl("unload-module", second);
      List<String> told = List.of(out.readLine(), out.readLine()).stream().sorted().toList();
      assertEquals(
          "MICROPHONE: default: HeadsetMicrophone -> default: Microphone", told.getFirst());
      assertEquals("SPEAKER: default: Headset -> default: Loudspeaker", told.getLast());
      assertTrue(shareAt("speaker.monitor") > 0.8);
    }
  }

  @Test
  void theMicrophoneIsMeasuredBeforeACall() throws Exception {
    start(
        ProcessBuilder.Redirect.DISCARD,
        "sh",
        "-c",
        "head -c 4000000 /dev/urandom | pacat --device=room --format=s16le --rate=48000 --channels=1");
    Process application = application("alone");
    try (var out = application.inputReader()) {
      assertEquals("loud", out.readLine());
      assertEquals("MICROPHONE", out.readLine());
      assertEquals("heard", out.readLine());
    }
  }

  private Process application(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SoundApplication.class.getName()));
    command.addAll(List.of(arguments));
    return start(ProcessBuilder.Redirect.PIPE, command.toArray(String[]::new));
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
    for (int second = 0; second < 10 && share < 0.8; second++) {
      share = shareOf(Tone.hertz(7), record(speaker.getInputStream(), RATE));
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
    builder.environment().put("PULSE_SERVER", "unix:" + socket());
    builder.environment().put("PULSE_RUNTIME_PATH", folder.toString());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Path socket() {
    return folder.resolve("pulse.sock");
  }

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
