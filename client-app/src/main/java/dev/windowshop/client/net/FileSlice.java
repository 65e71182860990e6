package dev.windowshop.client.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Some of a file, as a body: read while it is sent, again for each attempt.
final class FileSlice extends RequestBody {
  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final long offset;
  private final long length;

  FileSlice(Path file, long offset, long length) {
    this.file = file;
    this.offset = offset;
    this.length = length;
  }

  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = offset;
      long end = offset + length;
      while (at < end) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
        int read = channel.read(buffer, at);
        if (read < 0) {
          throw new IOException(file + " has become shorter");
        }
        sink.write(buffer.array(), 0, read);
        at += read;
      }
    }
  }
}
