#include "pipeline/file_system.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace skydraft::pipeline {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "skydraft-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(std::string_view name) const { return (folder_ / name).string(); }
  void put(std::string_view name, std::string_view text) const { std::ofstream(folder_ / name) << text; }
  std::string get(std::string_view name) const {
    std::ifstream in(folder_ / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  Code refusal(std::string_view name) const {
    const Result<std::string> read = files_.read(path(name));
    return read ? Code{} : read.error().code;
  }

  fs::path folder_;
  FileSystem files_;
};

TEST_F(Files, ReadsWhatWasWritten) {
  ASSERT_FALSE(files_.write(path("a.svg"), "one"));
  ASSERT_FALSE(files_.write(path("a.svg"), "two"));
  const Result<std::string> read = files_.read(path("a.svg"));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, "two");
  EXPECT_EQ(count(), 1U) << "a temporary file was left behind";
}

TEST_F(Files, TellsApartWhyItCannotRead) {
  put("architecture.md", "x");
  fs::create_directory(folder_ / "docs");
  fs::resize_file((put("big.md", "x"), folder_ / "big.md"), kMaxSourceBytes + 1);
  EXPECT_EQ(refusal("architecure.md"), Code::FileNotFound);
  EXPECT_EQ(files_.read(path("architecure.md")).error().hints.front().text,
            "did you mean `" + path("architecture.md") + "`?");
  EXPECT_EQ(refusal("docs"), Code::FileIsDirectory);
  EXPECT_EQ(refusal("architecture.md/x.md"), Code::FileNotFound);
  EXPECT_EQ(refusal("big.md"), Code::FileTooLarge);
  EXPECT_EQ(files_.read("/dev/zero").error().code, Code::FileUnreadable);
}

TEST_F(Files, DoesNotHangOnAPipeThatNobodyWritesTo) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  const Result<std::string> read = files_.read(path("pipe"));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, "");
}

TEST_F(Files, KeepsPermissions) {
  put("a.svg", "old");
  ASSERT_EQ(::chmod(path("a.svg").c_str(), 0640), 0);
  ASSERT_FALSE(files_.write(path("a.svg"), "new"));
  EXPECT_EQ(fs::status(folder_ / "a.svg").permissions(), fs::perms(0640));
}

TEST_F(Files, GivesNewFilesTheUsualPermissions) {
  const mode_t before = ::umask(0027);
  ASSERT_FALSE(files_.write(path("a.svg"), "new"));
  ::umask(before);
  EXPECT_EQ(fs::status(folder_ / "a.svg").permissions(), fs::perms(0640));
}

TEST_F(Files, FollowsSymbolicLinks) {
  fs::create_directory(folder_ / "real");
  fs::create_symlink("real/a.svg", folder_ / "link.svg");  // dangling at first
  ASSERT_FALSE(files_.write(path("link.svg"), "one"));
  ASSERT_FALSE(files_.write(path("link.svg"), "two"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.svg"));
  EXPECT_EQ(get("real/a.svg"), "two");
}

TEST_F(Files, SurvivesLinksInACircle) {
  fs::create_symlink("b.svg", folder_ / "a.svg");
  fs::create_symlink("a.svg", folder_ / "b.svg");
  EXPECT_EQ(files_.read(path("a.svg")).error().code, Code::FileUnreadable);
}

TEST_F(Files, LeavesTheTargetWhenItCannotWrite) {
  fs::create_directory(folder_ / "folder");
  put("a.svg", "old");
  EXPECT_EQ(files_.write(path("folder"), "new")->code, Code::CannotWrite);
  EXPECT_EQ(files_.write(path("none/a.svg"), "new")->code, Code::CannotWrite);
  EXPECT_EQ(files_.write(path("a.svg/b.svg"), "new")->code, Code::CannotWrite);
  EXPECT_EQ(files_.write("/dev/full", "new")->code, Code::CannotWrite);
  EXPECT_EQ(get("a.svg"), "old");
  EXPECT_EQ(count(), 2U);
}

}  // namespace
}  // namespace skydraft::pipeline
