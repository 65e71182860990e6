package dev.windowshop.relay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything to standard error: standard output carries the address, and nothing else. Found by
/// logback as a service; in code, since reading a configuration file would take a third of a second
/// of every start. A file named by `-Dlogback.configurationFile` still wins.
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String APPENDER = "stderr";
  private static final String OURS = "dev.windowshop";
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg"
          + "%replace( [%X{request}%X{socket}]){' \\[\\]', ''}%n";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName(APPENDER);
    appender.setTarget("System.err");
    appender.setEncoder(text(context));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context
        .getLogger(OURS)
        .setLevel(Level.toLevel(System.getenv(Settings.variable("--log-level")), Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// What the settings say, once they are known. Leaves a configuration of somebody else's alone.
  static void change(boolean json, String level) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
        || !(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER)
            instanceof ConsoleAppender<ILoggingEvent> appender)) {
      return;
    }
    context.getLogger(OURS).setLevel(Level.toLevel(level, Level.INFO));
    if (json) {
      JsonLines lines = new JsonLines();
      lines.setContext(context);
      lines.start();
      appender.setEncoder(lines);
    }
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }
}
