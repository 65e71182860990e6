package dev.windowshop.client.platform;

/// Which version of the app this is, as its jar says.
public final class AppVersion {
  /// What runs from class files, in a workshop, is no version.
  public static final String UNBUILT = "0.0.0";

  private AppVersion() {}

  public static String here() {
    String version = AppVersion.class.getPackage().getImplementationVersion();
    return version == null ? UNBUILT : version;
  }
}
