package dev.windowshop.client.voice;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/// Where sound comes from.
public interface Microphone {
  /// Begins to listen: 16-bit samples, one channel, little-endian. May block for a moment.
  ///
  /// @throws SoundException when there is none, or it is not given to us
  Listening open(int rate);

  /// Open until it is closed.
  interface Listening extends AutoCloseable {
    /// Blocks until there is some; less than 1 when there is nothing more to come.
    int read(byte[] into);

    @Override
    void close();
  }

  /// The system's own.
  static Microphone system() {
    return rate -> {
      AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
      try {
        TargetDataLine line = AudioSystem.getTargetDataLine(format);
        line.open(format, rate / 5 * 2);
        line.start();
        return new Listening() {
          @Override
          public int read(byte[] into) {
            return line.read(into, 0, into.length);
          }

          @Override
          public void close() {
            line.stop();
            line.close();
          }
        };
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
        throw new SoundException("No microphone can be used. Is one connected and allowed?", e);
      }
    };
  }
}
