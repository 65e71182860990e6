package dev.windowshop.client;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.windowshop.client");

  @Test
  void viewModelsAreWithoutTheSceneGraph() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat(
            describe(
                "are of JavaFX beyond beans and collections",
                (JavaClass type) ->
                    type.getPackageName().startsWith("javafx.")
                        && !type.getPackageName().startsWith("javafx.beans")
                        && !type.getPackageName().startsWith("javafx.collections")))
        .because("what a screen decides is tested without a screen")
        .check(CLASSES);
  }

  @Test
  void thereIsOneDoorToTheFxThread() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..client.platform.fx..")
        .should()
        .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
        .because("who runs on the FX thread is then found by looking at one class")
        .check(CLASSES);
  }

  @Test
  void viewsAndViewModelsDoNotBlock() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("View")
        .or()
        .haveSimpleNameEndingWith("ViewModel")
        .or()
        .haveSimpleNameEndingWith("Cell")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "okhttp3..", "io.socket..", "dev.windowshop.client.cache..", "java.net..")
        .orShould()
        .callMethod(java.util.concurrent.CompletableFuture.class, "join")
        .orShould()
        .callMethod(java.util.concurrent.CompletableFuture.class, "get")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .because("they run on the FX thread, which never waits")
        .check(CLASSES);
  }

  @Test
  void theMediaProcessLoadsNoJavaFx() {
    noClasses()
        .that()
        .resideInAPackage("..client.media..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "dev.windowshop.client.shell..")
        .because("its JVM is small and starts in a fifth of a second")
        .check(CLASSES);
  }

  @Test
  void onlyTheMediaPackageTouchesWebRtc() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..client.media..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.onvoid.webrtc..")
        .because("the library can end the JVM that it runs in")
        .check(CLASSES);
  }

  @Test
  void featuresFormNoCycle() {
    slices()
        .matching("dev.windowshop.client.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature can then be read, tested and changed alone")
        .check(CLASSES);
  }
}
