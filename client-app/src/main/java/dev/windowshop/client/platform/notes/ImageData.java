package dev.windowshop.client.platform.notes;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A picture as notes take it along. Public because the bus's library reads it by reflection.
public final class ImageData extends Struct {
  static final String SIGNATURE = "(iiibiiay)";

  @Position(0)
  public final int width;

  @Position(1)
  public final int height;

  @Position(2)
  public final int rowBytes;

  @Position(3)
  public final boolean hasAlpha;

  @Position(4)
  public final int bitsPerSample;

  @Position(5)
  public final int channels;

  @Position(6)
  public final byte[] data;

  public ImageData(
      int width,
      int height,
      int rowBytes,
      boolean hasAlpha,
      int bitsPerSample,
      int channels,
      byte[] data) {
    this.width = width;
    this.height = height;
    this.rowBytes = rowBytes;
    this.hasAlpha = hasAlpha;
    this.bitsPerSample = bitsPerSample;
    this.channels = channels;
    this.data = data;
  }

  static ImageData of(SystemNote.Picture picture) {
    return new ImageData(
        picture.width(), picture.height(), picture.width() * 4, true, 8, 4, picture.rgba());
  }
}
