package dev.windowshop.client.voice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Voice messages as files: WAV, 16-bit, one channel.
final class WavFile {
  private static final int HEADER = 44;

  private WavFile() {}

  /// Writes as it comes; what is there is whole after [#close].
  static final class Writer implements AutoCloseable {
    private final RandomAccessFile file;
    private final int rate;
    private long bytes;

    Writer(Path path, int rate) throws IOException {
      this.file = new RandomAccessFile(path.toFile(), "rw");
      this.rate = rate;
      file.setLength(0);
      file.write(new byte[HEADER]);
    }

    void write(byte[] sound, int length) throws IOException {
      file.write(sound, 0, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      try (file) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (HEADER - 8 + bytes));
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
        header.putShort((short) 2).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) bytes);
        file.seek(0);
        file.write(header.array());
      }
    }
  }

  /// @param samples of one channel
  record Sound(int rate, short[] samples) {
    long millis() {
      return samples.length * 1000L / rate;
    }
  }

  /// @throws SoundException when this machine has no way to decode it
  static Sound read(Path path) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(path.toFile())) {
      AudioFormat from = in.getFormat();
      int rate = Math.round(from.getSampleRate());
      AudioFormat to = new AudioFormat(rate, 16, from.getChannels(), true, false);
      try (AudioInputStream decoded = AudioSystem.getAudioInputStream(to, in)) {
        byte[] bytes = decoded.readAllBytes();
        int channels = from.getChannels();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.length / 2 / channels];
        for (int i = 0; i < samples.length; i++) {
          int sum = 0;
          for (int channel = 0; channel < channels; channel++) {
            sum += buffer.getShort();
          }
          samples[i] = (short) (sum / channels);
        }
        return new Sound(rate, samples);
      }
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      throw new SoundException("This recording can't be played here. Open it outside.", e);
    }
  }
}
