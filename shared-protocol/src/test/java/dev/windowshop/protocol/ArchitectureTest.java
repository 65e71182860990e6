package dev.windowshop.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.windowshop.protocol", "dev.windowshop.search");

  @Test
  void theProtocolDependsOnTheJdkJacksonAndJSpecifyOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.fasterxml.jackson..",
            "org.jspecify..",
            "dev.windowshop.protocol",
            "dev.windowshop.search")
        .because("relay and client share it, and neither may bring its libraries to the other")
        .check(CLASSES);
  }

  @Test
  void everyWireTypeIsImmutable() {
    classes()
        .that()
        .areNotEnums()
        .and()
        .areRecords()
        .should()
        .haveOnlyFinalFields()
        .because("wire records cross threads without a lock")
        .check(CLASSES);
  }
}
