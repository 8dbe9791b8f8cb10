# Every library comes from a Debian 12 package; docs/dependencies.md lists them with their licences.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(SQLite3 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf cairo-svg)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
find_library(PUGIXML_LIBRARY pugixml REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)

set(PAMONG_DEPENDENCIES
    Boost::json fmt::fmt ZLIB::ZLIB OpenSSL::SSL OpenSSL::Crypto PostgreSQL::PostgreSQL SQLite::SQLite3
    PkgConfig::SODIUM PkgConfig::PANGO PkgConfig::ZIP PkgConfig::XLSXWRITER PkgConfig::QRENCODE
    ${PUGIXML_LIBRARY} ${STEMMER_LIBRARY} Threads::Threads)

# Only the tests need these: without them the program still builds, and there is no target pamong_tests.
find_package(GTest QUIET)
find_library(RAPIDCHECK_LIBRARY rapidcheck)
if(GTest_FOUND AND TARGET GTest::gmock AND RAPIDCHECK_LIBRARY)
  set(PAMONG_TEST_LIBRARIES GTest::gtest GTest::gmock GTest::gtest_main ${RAPIDCHECK_LIBRARY})
else()
  message(STATUS "libgtest-dev, libgmock-dev or librapidcheck-dev is missing: no tests in this build")
endif()
