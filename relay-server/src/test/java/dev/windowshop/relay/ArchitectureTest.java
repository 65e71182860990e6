package dev.windowshop.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.windowshop.relay.limit.Limit;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.windowshop.relay");

  @Test
  void routesHoldNoSql() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Routes")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..", "java.sql..")
        .because("a route decodes, asks a service and encodes; SQL is the repositories'")
        .check(CLASSES);
  }

  @Test
  void servicesKnowNoHttp() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Service")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "dev.windowshop.relay.http..")
        .because("a service is the same behind a route, a socket command and the command line")
        .check(CLASSES);
  }

  @Test
  void theSocketLayerKnowsNothingOfShopsOrChats() {
    noClasses()
        .that()
        .resideInAPackage("..relay.socketio..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are Windowshop's own, outside the layer",
                type ->
                    type.getPackageName().startsWith("dev.windowshop.")
                        && !type.getPackageName().startsWith("dev.windowshop.relay.socketio")))
        .because("it is a protocol, and passes its suites without a shop")
        .check(CLASSES);
  }

  @Test
  void onlyTheSocketLayerTouchesNetty() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..relay.socketio..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .because("writing to channels directly is safe in one place only")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("dev.windowshop.relay.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature can then be read, tested and changed alone")
        .check(CLASSES);
  }

  @Test
  void repositoriesAreTheOnlyOnesWithSqlStatements() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .resideInAnyPackage(
            "..relay.account..",
            "..relay.attachment..",
            "..relay.store..",
            "..relay.interest..",
            "..relay.chat..",
            "..relay.call..",
            "..relay.story..",
            "..relay.notification..",
            "..relay.people..",
            "..relay.order..",
            "..relay.offer..",
            "..relay.sell..",
            "..relay.review..",
            "..relay.shopper..",
            "..relay.idempotency..",
            "..relay.moderation..",
            "..relay.db..")
        .because("each feature keeps its own tables")
        .check(CLASSES);
  }

  @Test
  void nobodyPrintsPastTheLog() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..relay.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("only the command line speaks on standard output")
        .check(CLASSES);
  }

  @Test
  void everyLimitThatIsDocumentedIsTaken() {
    Set<String> taken =
        CLASSES.stream()
            .filter(type -> !type.getPackageName().endsWith(".limit"))
            .flatMap(type -> type.getFieldAccessesFromSelf().stream())
            .filter(access -> access.getTargetOwner().isEquivalentTo(Limit.class))
            .map(access -> access.getTarget().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Arrays.stream(Limit.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        taken);
  }
}
