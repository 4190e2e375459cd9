package costwire.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data walks one way, and a stage's inside is its own. */
@AnalyzeClasses(packages = "costwire", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleLineTest {
  @ArchTest
  static final ArchRule ingestKnowsNobody =
      noClasses()
          .that(resideInAnyPackage("costwire.ingest..", "costwire.stream.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("costwire.extract..", "costwire.aggregate..", "costwire.deploy.."))
          .because("ingest is the head of the line");

  @ArchTest
  static final ArchRule extractKnowsIngestAlone =
      noClasses()
          .that(resideInAPackage("costwire.extract.."))
          .should()
          .dependOnClassesThat(resideInAnyPackage("costwire.aggregate..", "costwire.deploy.."))
          .because("extract comes before aggregate and deploy");

  @ArchTest
  static final ArchRule aggregateKnowsNoDeploy =
      noClasses()
          .that(resideInAPackage("costwire.aggregate.."))
          .should()
          .dependOnClassesThat(resideInAPackage("costwire.deploy.."))
          .because("aggregate comes before deploy");

  @ArchTest static final ArchRule ingestsInsideIsItsOwn = inside("ingest");

  @ArchTest static final ArchRule extractsInsideIsItsOwn = inside("extract");

  @ArchTest static final ArchRule aggregatesInsideIsItsOwn = inside("aggregate");

  private static ArchRule inside(String module) {
    String root = "costwire." + module;
    return noClasses()
        .that(not(resideInAPackage(root + "..")))
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(root))))
        .because("of the " + module + " module only the root package may be imported");
  }
}
