package dev.windowshop.client.voice;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Where sound goes.
public interface Speaker {
  /// Begins to play: 16-bit samples, one channel, little-endian. May block for a moment.
  ///
  /// @throws SoundException when there is none
  Playing open(int rate);

  /// Open until it is closed.
  interface Playing extends AutoCloseable {
    /// Blocks while its buffer is full.
    void write(byte[] sound, int length);

    /// Samples that were heard so far.
    long heard();

    /// Waits until all was heard.
    void drain();

    /// At once, whatever waits.
    @Override
    void close();
  }

  /// The system's own.
  static Speaker system() {
    return rate -> {
      AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
      try {
        SourceDataLine line = AudioSystem.getSourceDataLine(format);
        line.open(format, rate / 5 * 2);
        line.start();
        return new Playing() {
          @Override
          public void write(byte[] sound, int length) {
            line.write(sound, 0, length);
          }

          @Override
          public long heard() {
            return line.getLongFramePosition();
          }

          @Override
          public void drain() {
            line.drain();
          }

          @Override
          public void close() {
            line.stop();
            line.flush();
            line.close();
          }
        };
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
        throw new SoundException("No sound can be played here: there is no loudspeaker.", e);
      }
    };
  }
}
